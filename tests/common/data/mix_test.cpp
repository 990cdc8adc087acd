// SPDX-License-Identifier: Apache-2.0
// Split and mix are the same on every machine: the numbers below are fixed for good, frozen runs rely on
// them.
#include "core/common/base/error.h"
#include "core/common/data/mix.h"
#include "core/common/data/split.h"

#include <QTest>
#include <algorithm>
#include <string>

using namespace temper;

namespace {

const std::vector<std::uint64_t> kSplitOf20 = { 3, 7, 8, 12, 13 };

std::string picture(const std::vector<MixedRow>& rows)
{
    std::string text;
    for (const MixedRow& row : rows)
        text += std::string(1, static_cast<char>('a' + row.set)) + std::to_string(row.row) + " ";
    return text;
}

} // namespace

class MixTest : public QObject {
    Q_OBJECT

private slots:
    void aSplitIsFixedByItsSeed()
    {
        QCOMPARE(splitRows(20, 5, 42).validation, kSplitOf20);
        QVERIFY(splitRows(20, 5, 43).validation != kSplitOf20);
    }

    void aSplitTakesEveryRowOnce()
    {
        const Split split = splitRows(1000, 0.1, 42);
        QCOMPARE(split.validation.size(), 100u);
        QCOMPARE(split.train.size(), 900u);
        std::vector<std::uint64_t> all = split.train;
        all.insert(all.end(), split.validation.begin(), split.validation.end());
        std::sort(all.begin(), all.end());
        for (std::uint64_t i = 0; i < 1000; ++i)
            QCOMPARE(all[i], i);
        QCOMPARE(splitRows(1000, 0.1, 42).validation, split.validation);
        QCOMPARE(splitRows(10, 3, 1).validation.size(), 3u);
        QCOMPARE(splitRows(10, 0, 1).validation.size(), 0u);
        QCOMPARE(splitRows(10, 0.01, 1).validation.size(), 1u);
    }

    void aSplitThatLeavesNothingIsRefused()
    {
        QVERIFY_EXCEPTION_THROWN(splitRows(10, 10, 1), Error);
        QVERIFY_EXCEPTION_THROWN(splitRows(1, 0.5, 1), Error);
        QVERIFY_EXCEPTION_THROWN(splitRows(10, -1, 1), Error);
        QVERIFY_EXCEPTION_THROWN(splitRows(10, 2.5, 1), Error);
    }

    void concatPutsSetsOneAfterTheOther()
    {
        QCOMPARE(picture(mixRows({ { 2, 0, {} }, { 5, 0, 3 } }, MixStrategy::Concat, 0)),
            std::string("a0 a1 b0 b1 b2 "));
    }

    void withoutWeightsSetsTakeTurns()
    {
        const std::vector<MixPart> parts = { { 2, 0, {} }, { 4, 0, {} } };
        QCOMPARE(picture(mixRows(parts, MixStrategy::InterleaveUnder, 0)), std::string("a0 b0 a1 "));
        QCOMPARE(
            picture(mixRows(parts, MixStrategy::InterleaveOver, 0)), std::string("a0 b0 a1 b1 a0 b2 a1 b3 "));
    }

    void weightsDecideHowOftenASetIsDrawn()
    {
        const auto rows = mixRows({ { 3000, 3, {} }, { 9000, 1, {} } }, MixStrategy::InterleaveUnder, 7);
        const auto first
            = std::count_if(rows.begin(), rows.end(), [](const MixedRow& row) { return row.set == 0; });
        QCOMPARE(first, 3000);
        const double share = 3000.0 / static_cast<double>(rows.size());
        QVERIFY(share > 0.73 && share < 0.77);
        QCOMPARE(mixRows({ { 3000, 3, {} }, { 9000, 1, {} } }, MixStrategy::InterleaveUnder, 7), rows);
    }

    void aWeightedMixIsFixedByItsSeed()
    {
        QCOMPARE(picture(mixRows({ { 4, 2, {} }, { 4, 1, {} } }, MixStrategy::InterleaveOver, 42)),
            std::string("a0 a1 b0 b1 b2 b3 b0 b1 b2 a2 b3 a3 "));
    }

    void halfWeightedOrEmptySetsAreRefused()
    {
        QVERIFY_EXCEPTION_THROWN(mixRows({ { 2, 1, {} }, { 2, 0, {} } }, MixStrategy::Concat, 0), Error);
        QVERIFY_EXCEPTION_THROWN(
            mixRows({ { 2, 0, {} }, { 0, 0, {} } }, MixStrategy::InterleaveOver, 0), Error);
        QVERIFY_EXCEPTION_THROWN(parseMixStrategy("shuffle"), Error);
    }
};

QTEST_GUILESS_MAIN(MixTest)
#include "mix_test.moc"

// SPDX-License-Identifier: Apache-2.0
#include "kernels/cross_entropy/cross_entropy.h"

#include "kernels/relative_error.h"
#include "tests/kernels/numbers.h"

#include <QtTest>
#include <cmath>
#include <limits>

using namespace temper;
using namespace temper::testing;

namespace {

constexpr double kTolerance = 2e-6;
constexpr std::int64_t kRows = 6;
constexpr float kScale = 0.25f;
const std::int64_t kVocabularies[] = { 1, 2, 5, 16, 33, 257, 5003 };

struct Example {
    explicit Example(std::int64_t words)
        : vocabulary(words)
        , scores(kRows * words, 1, 4.0)
        , losses(kRows, 2)
    {
        Random random(3);
        for (std::int64_t& target : targets)
            target = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(words)));
    }

    void run(Gradient gradient, std::int64_t begin = 0, std::int64_t end = kRows)
    {
        crossEntropy({ vocabulary, begin, end }, gradient, kScale, targets, scores.data(), losses.data());
    }

    void runReference(Gradient gradient)
    {
        crossEntropyReference(
            { vocabulary, 0, kRows }, gradient, kScale, targets, scores.data(), losses.data());
    }

    std::int64_t vocabulary;
    Numbers scores, losses;
    std::int64_t targets[kRows];
};

} // namespace

class CrossEntropyTest : public QObject {
    Q_OBJECT

private slots:
    void everyVocabularyEqualsTheReference();
    void partsOfTheRowsGiveTheSameBits();
    void hugeScoresDoNotOverflow();
    void aWordThatIsRuledOutGetsNoGradient();
    void aScoreThatIsNoNumberShowsInTheLoss();
};

void CrossEntropyTest::everyVocabularyEqualsTheReference()
{
    for (const std::int64_t vocabulary : kVocabularies) {
        Example got(vocabulary), wanted(vocabulary), bare(vocabulary);
        got.run(Gradient::Wanted);
        wanted.runReference(Gradient::Wanted);
        bare.run(Gradient::NotWanted);
        QVERIFY(bare.losses == got.losses);
        if (vocabulary == 1) { // certain: nothing to lose and nothing to learn
            QCOMPARE(got.losses.values()[0], 0.0f);
            QCOMPARE(got.scores.values()[0], 0.0f);
            continue;
        }
        QVERIFY(relativeError(got.losses.values(), wanted.losses.values()) <= kTolerance);
        QVERIFY(relativeError(got.scores.values(), wanted.scores.values()) <= kTolerance);
    }
}

void CrossEntropyTest::partsOfTheRowsGiveTheSameBits()
{
    Example whole(257), parted(257);
    whole.run(Gradient::Wanted);
    inParts(
        kRows, 4, [&](std::int64_t begin, std::int64_t end) { parted.run(Gradient::Wanted, begin, end); });
    QVERIFY(parted.losses == whole.losses);
    QVERIFY(parted.scores == whole.scores);
}

void CrossEntropyTest::hugeScoresDoNotOverflow()
{
    Example got(37), wanted(37);
    for (std::int64_t i = 0; i < kRows * 37; ++i) {
        got.scores.data()[i] *= 1000.0f;
        wanted.scores.data()[i] *= 1000.0f;
    }
    got.run(Gradient::Wanted);
    wanted.runReference(Gradient::Wanted);
    QVERIFY(relativeError(got.losses.values(), wanted.losses.values()) <= kTolerance);
    QVERIFY(relativeError(got.scores.values(), wanted.scores.values()) <= kTolerance);
}

void CrossEntropyTest::aWordThatIsRuledOutGetsNoGradient()
{
    for (const std::int64_t word : { 0, 36 }) { // in a whole vector and behind the last one
        Example example(37);
        example.targets[0] = 5;
        example.scores.data()[word] = -std::numeric_limits<float>::infinity();
        example.run(Gradient::Wanted);
        QVERIFY(std::isfinite(example.losses.values()[0]));
        QVERIFY(example.scores.data()[word] >= 0.0f && example.scores.data()[word] < 1e-37f);
    }
}

void CrossEntropyTest::aScoreThatIsNoNumberShowsInTheLoss()
{
    for (std::int64_t word = 0; word < 37; ++word) {
        Example example(37);
        example.scores.data()[word] = std::numeric_limits<float>::quiet_NaN();
        example.run(Gradient::NotWanted);
        QVERIFY2(std::isnan(example.losses.values()[0]), qPrintable(QString::number(word)));
        QVERIFY(std::isfinite(example.losses.values()[1]));
    }
}

QTEST_GUILESS_MAIN(CrossEntropyTest)
#include "cross_entropy_test.moc"

// SPDX-License-Identifier: Apache-2.0
#include "kernels/dropout/dropout.h"

#include "tests/kernels/numbers.h"

#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace temper;
using namespace temper::testing;

namespace {

std::vector<float> mask(const DropoutStream& stream, std::int64_t count)
{
    std::vector<float> out(static_cast<std::size_t>(count));
    fillDropoutMask(stream, 0, count, out.data());
    return out;
}

const DropoutStream kStreams[]
    = { { 1, 2, 3, 0.1 }, { 42, 0, 0, 0.5 }, { ~0ull, 1ull << 40, 7, 0.999 }, { 0, 0, 0, 0.0 } };

} // namespace

class DropoutTest : public QObject {
    Q_OBJECT

private slots:
    void masksAreThoseOfThePublishedGenerator();
    void partsOfAMaskGiveTheSameBits();
    void theShareLeftOutIsTheProbability();
    void probabilityZeroKeepsEverything();
    void anotherSeedStepOrSiteGivesAnotherMask();
};

void DropoutTest::masksAreThoseOfThePublishedGenerator()
{
    for (const DropoutStream& stream : kStreams) {
        std::vector<float> wanted(1001);
        fillDropoutMaskReference(stream, 0, 1001, wanted.data());
        QCOMPARE(mask(stream, 1001), wanted);
    }
}

void DropoutTest::partsOfAMaskGiveTheSameBits()
{
    for (const DropoutStream& stream : kStreams) {
        std::vector<float> parted(1001);
        inParts(1001, 13, [&](std::int64_t begin, std::int64_t end) {
            fillDropoutMask(stream, begin, end, parted.data() + begin);
        });
        QCOMPARE(parted, mask(stream, 1001));
    }
}

void DropoutTest::theShareLeftOutIsTheProbability()
{
    constexpr std::int64_t kCount = 100000;
    for (const double probability : { 0.05, 0.1, 0.5, 0.9 }) {
        const std::vector<float> entries = mask({ 5, 6, 7, probability }, kCount);
        const double share = static_cast<double>(std::ranges::count(entries, 0.0f)) / kCount;
        const double deviation = std::sqrt(probability * (1.0 - probability) / kCount);
        QVERIFY(std::abs(share - probability) < 4.0 * deviation);
        QCOMPARE(*std::ranges::max_element(entries), static_cast<float>(1.0 / (1.0 - probability)));
    }
}

void DropoutTest::probabilityZeroKeepsEverything()
{
    QCOMPARE(mask({ 1, 2, 3, 0.0 }, 257), std::vector<float>(257, 1.0f));
}

void DropoutTest::anotherSeedStepOrSiteGivesAnotherMask()
{
    const std::vector<float> first = mask({ 1, 2, 3, 0.5 }, 257);
    for (const DropoutStream& other : { DropoutStream { 2, 2, 3, 0.5 }, DropoutStream { 1, 3, 3, 0.5 },
             DropoutStream { 1, 2, 4, 0.5 }, DropoutStream { 2, 1, 3, 0.5 } })
        QVERIFY(mask(other, 257) != first);
}

QTEST_GUILESS_MAIN(DropoutTest)
#include "dropout_test.moc"

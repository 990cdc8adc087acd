// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/random.h"

#include <QTest>
#include <algorithm>
#include <array>
#include <cmath>

using namespace temper;

class RandomTest : public QObject {
    Q_OBJECT

private slots:
    void numbersAreThoseOfTheReference();
    void aSavedStateGoesOnEqually();
    void streamsOfOneSeedDiffer();
    void aPermutationHoldsEveryIndexOnce();
    void belowIsEven();
    void normalHasMeanZeroAndVarianceOne();
    void drawsFollowTheirWeights();
};

void RandomTest::numbersAreThoseOfTheReference()
{
    // xoshiro256starstar.c of Blackman and Vigna from the state 1, 2, 3, 4
    Random random(Random::State { 1, 2, 3, 4 });
    const std::array<std::uint64_t, 6> expected { 11520ULL, 0ULL, 1509978240ULL, 1215971899390074240ULL,
        1216172134540287360ULL, 607988272756665600ULL };
    for (const std::uint64_t number : expected)
        QCOMPARE(random.next(), number);
}

void RandomTest::aSavedStateGoesOnEqually()
{
    Random random(42);
    for (int i = 0; i < 10; ++i)
        random.normal();
    Random copy(random.state());
    for (int i = 0; i < 10; ++i)
        QCOMPARE(copy.normal(), random.normal());
}

void RandomTest::streamsOfOneSeedDiffer()
{
    QVERIFY(Random(42).next() != Random(42, 1).next());
    QVERIFY(Random(42, 1).next() != Random(42, 2).next());
    QVERIFY(Random(42, 1).next() != Random(43, 1).next());
    QCOMPARE(Random(42, 1).next(), Random(42, 1).next());
}

void RandomTest::aPermutationHoldsEveryIndexOnce()
{
    Random random(1);
    const auto order = permutation(1000, random);
    auto sorted = order;
    std::ranges::sort(sorted);
    for (std::uint64_t i = 0; i < 1000; ++i)
        QCOMPARE(sorted[i], i);
    QVERIFY(order != sorted);
    QVERIFY(permutation(0, random).empty());
}

void RandomTest::belowIsEven()
{
    Random random(7);
    std::array<int, 6> counts {};
    for (int i = 0; i < 60000; ++i)
        ++counts[random.below(6)];
    for (const int count : counts)
        QVERIFY2(std::abs(count - 10000) < 500, qPrintable(QString::number(count)));
    QCOMPARE(random.below(1), std::uint64_t(0));
}

void RandomTest::normalHasMeanZeroAndVarianceOne()
{
    Random random(7);
    double sum = 0;
    double squares = 0;
    constexpr int kCount = 100000;
    for (int i = 0; i < kCount; ++i) {
        const double value = random.normal();
        sum += value;
        squares += value * value;
    }
    QVERIFY(std::abs(sum / kCount) < 0.02);
    QVERIFY(std::abs(squares / kCount - 1) < 0.03);
}

void RandomTest::drawsFollowTheirWeights()
{
    Random random(7);
    const std::array<double, 4> weights { 0, 1, 3, 0 };
    std::array<int, 4> counts {};
    for (int i = 0; i < 40000; ++i)
        ++counts[drawIndex(weights, random)];
    QCOMPARE(counts[0] + counts[3], 0);
    QVERIFY(std::abs(counts[1] - 10000) < 500);
}

QTEST_GUILESS_MAIN(RandomTest)
#include "random_test.moc"

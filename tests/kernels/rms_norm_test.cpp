// SPDX-License-Identifier: Apache-2.0
#include "kernels/rms_norm/rms_norm.h"

#include "kernels/relative_error.h"
#include "tests/kernels/numbers.h"

#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace temper;
using namespace temper::testing;

namespace {

constexpr double kEpsilon = 1e-5;
constexpr double kTolerance = 2e-6;
constexpr std::int64_t kRows = 5;
const std::int64_t kSizes[] = { 1, 3, 7, 16, 31, 64, 65, 257, 576 };

struct Example {
    explicit Example(std::int64_t size)
        : shape { kRows, size }
        , x(kRows * size, 1)
        , dy(kRows * size, 2)
        , weight(size, 3)
        , inverse(kRows, 4)
        , y(kRows * size, 5)
        , dx(kRows * size, 6)
    {
    }

    void run(RowRange range)
    {
        rmsNormInverse(shape, range, x.data(), kEpsilon, inverse.data());
        rmsNormApply(shape, range, x.data(), weight.data(), inverse.data(), y.data());
        rmsNormGradient(shape, range, dy.data(), x.data(), weight.data(), inverse.data(), dx.data());
    }

    void runReference()
    {
        const RowRange all { 0, kRows };
        rmsNormInverseReference(shape, all, x.data(), kEpsilon, inverse.data());
        rmsNormApplyReference(shape, all, x.data(), weight.data(), inverse.data(), y.data());
        rmsNormGradientReference(shape, all, dy.data(), x.data(), weight.data(), inverse.data(), dx.data());
    }

    RmsNormShape shape;
    Numbers x, dy, weight, inverse, y, dx;
};

} // namespace

class RmsNormTest : public QObject {
    Q_OBJECT

private slots:
    void everySizeEqualsTheReference();
    void partsOfTheRowsGiveTheSameBits();
    void rowsOutsideTheRangeStayAsTheyWere();
    void aRowOfZerosStaysZero();
};

void RmsNormTest::everySizeEqualsTheReference()
{
    for (const std::int64_t size : kSizes) {
        Example got(size), wanted(size);
        got.run({ 0, kRows });
        wanted.runReference();
        QVERIFY(relativeError(got.inverse.values(), wanted.inverse.values()) <= kTolerance);
        QVERIFY(relativeError(got.y.values(), wanted.y.values()) <= kTolerance);
        // One value alone: its slope is nearly zero, the difference of two large numbers.
        if (size > 1)
            QVERIFY(relativeError(got.dx.values(), wanted.dx.values()) <= kTolerance);
    }
}

void RmsNormTest::partsOfTheRowsGiveTheSameBits()
{
    for (const std::int64_t size : kSizes) {
        Example whole(size), parted(size);
        whole.run({ 0, kRows });
        inParts(kRows, 3, [&](std::int64_t begin, std::int64_t end) { parted.run({ begin, end }); });
        QVERIFY(parted.y == whole.y);
        QVERIFY(parted.dx == whole.dx);
    }
}

void RmsNormTest::rowsOutsideTheRangeStayAsTheyWere()
{
    Example example(31);
    const Example untouched = example;
    example.run({ 1, 2 });
    for (std::size_t i = 0; i < example.y.values().size(); ++i) {
        const bool isInside = i / 31 == 1;
        QCOMPARE(example.y.values()[i] != untouched.y.values()[i], isInside);
    }
}

void RmsNormTest::aRowOfZerosStaysZero()
{
    Example example(33);
    std::fill_n(example.x.data(), 33, 0.0f);
    example.run({ 0, 1 });
    QCOMPARE(example.inverse.values()[0], static_cast<float>(1.0 / std::sqrt(kEpsilon)));
    for (std::size_t i = 0; i < 33; ++i)
        QCOMPARE(example.y.values()[i], 0.0f);
}

QTEST_GUILESS_MAIN(RmsNormTest)
#include "rms_norm_test.moc"

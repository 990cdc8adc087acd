// SPDX-License-Identifier: Apache-2.0
#include "kernels/rope/rope.h"

#include "kernels/relative_error.h"
#include "tests/kernels/numbers.h"

#include <QtTest>
#include <cmath>

using namespace temper;
using namespace temper::testing;

namespace {

constexpr double kTolerance = 1e-6;
constexpr std::int64_t kTokens = 7;
constexpr std::int64_t kPositions = 11;
// heads, head size, turned values, row stride: odd halves, partly turned heads, rows with something behind
// them.
const RopeShape kShapes[] = { { 1, 2, 2, 2 }, { 3, 6, 6, 18 }, { 2, 10, 6, 23 }, { 3, 64, 64, 192 },
    { 2, 80, 34, 161 }, { 1, 5, 0, 5 } };

struct Example {
    explicit Example(RopeShape wanted)
        : shape(wanted)
        , x(kTokens * wanted.rowStride, 1)
        , cosines(kPositions * wanted.rotated / 2, 2)
        , sines(kPositions * wanted.rotated / 2, 3)
    {
        for (std::int64_t i = 0; i < kPositions * wanted.rotated / 2; ++i) {
            const double angle = static_cast<double>(cosines.data()[i]) * 10.0;
            cosines.data()[i] = static_cast<float>(std::cos(angle));
            sines.data()[i] = static_cast<float>(std::sin(angle));
        }
    }

    void run(RopeDirection direction, std::int64_t begin = 0, std::int64_t end = kTokens)
    {
        ropeInPlace(shape, direction, begin, end, positions, cosines.data(), sines.data(), x.data());
    }

    void runReference(RopeDirection direction)
    {
        ropeInPlaceReference(shape, direction, 0, kTokens, positions, cosines.data(), sines.data(), x.data());
    }

    RopeShape shape;
    Numbers x, cosines, sines;
    std::int64_t positions[kTokens] = { 0, 3, 3, 10, 9, 1, 2 };
};

} // namespace

class RopeTest : public QObject {
    Q_OBJECT

private slots:
    void everyShapeEqualsTheReference();
    void backwardUndoesForward();
    void partsOfTheTokensGiveTheSameBits();
    void valuesThatDoNotTurnStayAsTheyWere();
};

void RopeTest::everyShapeEqualsTheReference()
{
    for (const RopeShape& shape : kShapes)
        for (const RopeDirection direction : { RopeDirection::Forward, RopeDirection::Backward }) {
            Example got(shape), wanted(shape);
            got.run(direction);
            wanted.runReference(direction);
            QVERIFY(relativeError(got.x.values(), wanted.x.values()) <= kTolerance);
        }
}

void RopeTest::backwardUndoesForward()
{
    for (const RopeShape& shape : kShapes) {
        Example example(shape);
        const Example before = example;
        example.run(RopeDirection::Forward);
        example.run(RopeDirection::Backward);
        QVERIFY(relativeError(example.x.values(), before.x.values()) <= kTolerance);
    }
}

void RopeTest::partsOfTheTokensGiveTheSameBits()
{
    for (const RopeShape& shape : kShapes) {
        Example whole(shape), parted(shape);
        whole.run(RopeDirection::Forward);
        inParts(kTokens, 3,
            [&](std::int64_t begin, std::int64_t end) { parted.run(RopeDirection::Forward, begin, end); });
        QVERIFY(parted.x == whole.x);
    }
}

void RopeTest::valuesThatDoNotTurnStayAsTheyWere()
{
    Example example({ 2, 10, 6, 23 });
    const Example before = example;
    example.run(RopeDirection::Forward);
    for (std::int64_t i = 0; i < kTokens * 23; ++i) {
        const std::int64_t inRow = i % 23;
        if (inRow >= 20 || inRow % 10 >= 6)
            QCOMPARE(example.x.data()[i], before.x.data()[i]);
    }
}

QTEST_GUILESS_MAIN(RopeTest)
#include "rope_test.moc"

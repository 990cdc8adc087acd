// SPDX-License-Identifier: Apache-2.0
#include "kernels/gated_activation/gated_activation.h"

#include "kernels/relative_error.h"
#include "tests/kernels/numbers.h"

#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace temper;
using namespace temper::testing;

namespace {

constexpr double kTolerance = 2e-6;
const Gate kGates[] = { Gate::Silu, Gate::GeluTanh, Gate::Gelu, Gate::Relu };
const std::int64_t kCounts[] = { 1, 3, 8, 15, 17, 64, 333 };

struct Example {
    explicit Example(std::int64_t count)
        : gates(count, 1, 3.0)
        , ups(count, 2)
        , dy(count, 3)
        , out(count, 4)
        , dGates(count, 5)
        , dUps(count, 6)
    {
    }

    void run(Gate gate, std::int64_t begin, std::int64_t end)
    {
        gatedActivation(gate, begin, end, gates.data(), ups.data(), out.data());
        gatedActivationGradient(
            gate, begin, end, dy.data(), gates.data(), ups.data(), dGates.data(), dUps.data());
    }

    void runReference(Gate gate, std::int64_t count)
    {
        gatedActivationReference(gate, 0, count, gates.data(), ups.data(), out.data());
        gatedActivationGradientReference(
            gate, 0, count, dy.data(), gates.data(), ups.data(), dGates.data(), dUps.data());
    }

    Numbers gates, ups, dy, out, dGates, dUps;
};

} // namespace

class GatedActivationTest : public QObject {
    Q_OBJECT

private slots:
    void everyGateEqualsTheReference();
    void partsOfTheElementsGiveTheSameBits();
    void gradientsMayReplaceTheirInputs();
    void farGatesAreOpenOrShut();
};

void GatedActivationTest::everyGateEqualsTheReference()
{
    for (const Gate gate : kGates)
        for (const std::int64_t count : kCounts) {
            Example got(count), wanted(count);
            got.run(gate, 0, count);
            wanted.runReference(gate, count);
            QVERIFY(relativeError(got.out.values(), wanted.out.values()) <= kTolerance);
            QVERIFY(relativeError(got.dGates.values(), wanted.dGates.values()) <= kTolerance);
            QVERIFY(relativeError(got.dUps.values(), wanted.dUps.values()) <= kTolerance);
        }
}

void GatedActivationTest::partsOfTheElementsGiveTheSameBits()
{
    constexpr std::int64_t kCount = 333;
    for (const Gate gate : kGates)
        for (const std::int64_t parts : { 2, 7, 100 }) {
            Example whole(kCount), parted(kCount);
            whole.run(gate, 0, kCount);
            inParts(
                kCount, parts, [&](std::int64_t begin, std::int64_t end) { parted.run(gate, begin, end); });
            QVERIFY(parted.out == whole.out);
            QVERIFY(parted.dGates == whole.dGates);
            QVERIFY(parted.dUps == whole.dUps);
        }
}

void GatedActivationTest::gradientsMayReplaceTheirInputs()
{
    for (const Gate gate : kGates) {
        Example apart(61), inPlace(61);
        apart.run(gate, 0, 61);
        gatedActivationGradient(gate, 0, 61, inPlace.dy.data(), inPlace.gates.data(), inPlace.ups.data(),
            inPlace.gates.data(), inPlace.ups.data());
        QVERIFY(std::ranges::equal(inPlace.gates.values(), apart.dGates.values()));
        QVERIFY(std::ranges::equal(inPlace.ups.values(), apart.dUps.values()));
    }
}

void GatedActivationTest::farGatesAreOpenOrShut()
{
    for (const Gate gate : kGates)
        for (const std::int64_t count : { 1, 16 }) {
            Example example(count);
            std::fill_n(example.gates.data(), count, 1000.0f);
            example.run(gate, 0, count);
            QCOMPARE(example.out.data()[0], 1000.0f * example.ups.data()[0]);
            std::fill_n(example.gates.data(), count, -1000.0f);
            example.run(gate, 0, count);
            QVERIFY(std::abs(example.out.data()[0]) < 1e-30f);
            QVERIFY(std::abs(example.dGates.data()[0]) < 1e-30f);
        }
}

QTEST_GUILESS_MAIN(GatedActivationTest)
#include "gated_activation_test.moc"

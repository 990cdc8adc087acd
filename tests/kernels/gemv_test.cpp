// SPDX-License-Identifier: Apache-2.0
#include "kernels/gemv/gemv.h"

#include "core/common/base/error.h"
#include "core/common/base/random.h"

#include <QtTest>
#include <bit>
#include <cmath>
#include <hwy/targets.h>
#include <thread>
#include <vector>

using namespace temper;

namespace {

struct Sizes {
    std::int64_t rows, in, out;
};

// A problem with its data: random x and W, and W again as absolute values for the error bound.
struct Example {
    Example(const Sizes& wanted, GemvWeight weightType)
        : sizes(wanted)
        , type(weightType)
        , x(static_cast<std::size_t>(wanted.rows * wanted.in))
        , floats(static_cast<std::size_t>(wanted.out * wanted.in))
        , halves(floats.size())
    {
        Random random(static_cast<std::uint64_t>(sizes.in * 1000 + sizes.out));
        for (float& value : x)
            value = static_cast<float>(random.normal());
        for (std::size_t i = 0; i < floats.size(); ++i) {
            floats[i] = static_cast<float>(random.normal());
            halves[i] = static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(floats[i]) >> 16);
        }
    }

    Gemv problem(std::vector<float>& y) const
    {
        y.assign(static_cast<std::size_t>(sizes.rows * sizes.out), -7.0F);
        const void* weight
            = type == GemvWeight::Float32 ? static_cast<const void*>(floats.data()) : halves.data();
        return { x.data(), weight, type, y.data(), sizes.rows, sizes.in, sizes.out };
    }

    std::vector<float> reference() const
    {
        std::vector<float> y;
        gemvReference(problem(y));
        return y;
    }

    // The sum of |w x| behind each result: rounding errors grow with it, not with the result.
    std::vector<float> magnitudes() const
    {
        Example absolute = *this;
        for (float& value : absolute.x)
            value = std::abs(value);
        for (float& value : absolute.floats)
            value = std::abs(value);
        for (std::uint16_t& value : absolute.halves)
            value &= 0x7FFF;
        return absolute.reference();
    }

    Sizes sizes;
    GemvWeight type;
    std::vector<float> x;
    std::vector<float> floats;
    std::vector<std::uint16_t> halves;
};

std::vector<float> result(const Example& example, const ParallelFor& parallelFor = {})
{
    std::vector<float> y;
    gemv(example.problem(y), parallelFor);
    return y;
}

// Splits the work into `parts`, each in a thread of its own.
ParallelFor inThreads(std::int64_t parts)
{
    return [parts](std::int64_t count, const std::function<void(std::int64_t, std::int64_t)>& body) {
        std::vector<std::jthread> threads;
        for (std::int64_t i = 0; i < parts; ++i)
            threads.emplace_back(body, count * i / parts, count * (i + 1) / parts);
    };
}

const GemvWeight kTypes[] = { GemvWeight::Float32, GemvWeight::BFloat16 };

} // namespace

class GemvTest : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { useTargets(0); }
    void everyInstructionSetEqualsTheReference();
    void threadsDoNotChangeABit();
    void rowsBesideItDoNotChangeARow();
    void nothingToSumGivesZeros();
    void wrongProblemIsRefused();

private:
    static void useTargets(std::int64_t targets)
    {
        hwy::SetSupportedTargetsForTest(targets);
        hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    }
};

void GemvTest::everyInstructionSetEqualsTheReference()
{
    const Sizes all[] = { { 1, 1, 1 }, { 1, 3, 5 }, { 2, 16, 8 }, { 3, 17, 33 }, { 4, 64, 7 }, { 5, 31, 10 },
        { 7, 96, 40 }, { 8, 200, 19 }, { 9, 45, 12 }, { 1, 576, 192 }, { 8, 577, 64 } };
    const std::int64_t targets = hwy::SupportedTargets();
    int tried = 0;
    for (std::int64_t target = 1; target > 0 && target <= targets; target <<= 1) {
        if (!(targets & target))
            continue;
        useTargets(target);
        ++tried;
        for (const Sizes& sizes : all)
            for (const GemvWeight type : kTypes) {
                const Example example(sizes, type);
                const std::vector<float> got = result(example), wanted = example.reference();
                const std::vector<float> magnitude = example.magnitudes();
                for (std::size_t i = 0; i < got.size(); ++i)
                    QVERIFY2(std::abs(got[i] - wanted[i]) <= 1e-6F * magnitude[i], gemvTarget());
            }
    }
    QVERIFY(tried >= 1);
}

void GemvTest::threadsDoNotChangeABit()
{
    for (const GemvWeight type : kTypes)
        for (const std::int64_t rows : { 1, 3, 8 }) {
            const Example example({ rows, 333, 157 }, type);
            const std::vector<float> alone = result(example);
            for (const std::int64_t parts : { 2, 3, 5, 20 })
                QVERIFY(result(example, inThreads(parts)) == alone);
        }
}

void GemvTest::rowsBesideItDoNotChangeARow()
{
    for (const GemvWeight type : kTypes) {
        const Example together({ 7, 130, 50 }, type);
        const std::vector<float> all = result(together);
        for (std::size_t row = 0; row < 7; ++row) {
            Example alone = together;
            alone.sizes.rows = 1;
            alone.x.assign(together.x.begin() + static_cast<std::ptrdiff_t>(row) * 130,
                together.x.begin() + static_cast<std::ptrdiff_t>(row + 1) * 130);
            const std::vector<float> one = result(alone);
            QVERIFY(std::equal(one.begin(), one.end(), all.begin() + static_cast<std::ptrdiff_t>(row) * 50));
        }
    }
}

void GemvTest::nothingToSumGivesZeros()
{
    std::vector<float> y(6, 5.0F);
    gemv({ nullptr, nullptr, GemvWeight::Float32, y.data(), 2, 0, 3 }, {});
    QCOMPARE(y, std::vector<float>(6, 0.0F));
    gemv({ nullptr, nullptr, GemvWeight::Float32, nullptr, 0, 4, 3 }, {});
}

void GemvTest::wrongProblemIsRefused()
{
    std::vector<float> y(3);
    QVERIFY_THROWS_EXCEPTION(Error, gemv({ nullptr, nullptr, GemvWeight::Float32, y.data(), 1, 2, 3 }, {}));
    QVERIFY_THROWS_EXCEPTION(
        Error, gemv({ y.data(), y.data(), GemvWeight::Float32, y.data(), -1, 2, 3 }, {}));
}

QTEST_GUILESS_MAIN(GemvTest)
#include "gemv_test.moc"

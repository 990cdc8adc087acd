// SPDX-License-Identifier: Apache-2.0
// Rows are short (hundreds to thousands of values) and read twice: both passes stay in the first-level cache.
#include "kernels/rms_norm/rms_norm.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/rms_norm/rms_norm_cpu.cpp"
#include <cmath>
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace temper::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// Σ a·b (·c when given) over a row.
float dot(const float* a, const float* b, const float* c, std::int64_t size)
{
    const hn::ScalableTag<float> d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    auto sum0 = hn::Zero(d);
    auto sum1 = hn::Zero(d);
    std::int64_t i = 0;
    for (; i + 2 * lanes <= size; i += 2 * lanes) {
        const auto a0 = c ? hn::Mul(hn::LoadU(d, a + i), hn::LoadU(d, c + i)) : hn::LoadU(d, a + i);
        const auto a1 = c ? hn::Mul(hn::LoadU(d, a + i + lanes), hn::LoadU(d, c + i + lanes))
                          : hn::LoadU(d, a + i + lanes);
        sum0 = hn::MulAdd(a0, hn::LoadU(d, b + i), sum0);
        sum1 = hn::MulAdd(a1, hn::LoadU(d, b + i + lanes), sum1);
    }
    float sum = hn::GetLane(hn::SumOfLanes(d, hn::Add(sum0, sum1)));
    for (; i < size; ++i)
        sum += a[i] * b[i] * (c ? c[i] : 1.0f);
    return sum;
}

void inverse(RmsNormShape shape, RowRange range, const float* x, double epsilon, float* out)
{
    for (std::int64_t row = range.begin; row < range.end; ++row) {
        const float* values = x + row * shape.size;
        const float mean = dot(values, values, nullptr, shape.size) / static_cast<float>(shape.size);
        out[row] = 1.0f / std::sqrt(mean + static_cast<float>(epsilon));
    }
}

void apply(RmsNormShape shape, RowRange range, const float* x, const float* weight, const float* inverse, float* y)
{
    const hn::ScalableTag<float> d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    for (std::int64_t row = range.begin; row < range.end; ++row) {
        const float* from = x + row * shape.size;
        float* to = y + row * shape.size;
        const auto scale = hn::Set(d, inverse[row]);
        std::int64_t i = 0;
        for (; i + lanes <= shape.size; i += lanes)
            hn::StoreU(hn::Mul(hn::Mul(hn::LoadU(d, from + i), scale), hn::LoadU(d, weight + i)), d, to + i);
        for (; i < shape.size; ++i)
            to[i] = from[i] * inverse[row] * weight[i];
    }
}

void gradient(RmsNormShape shape, RowRange range, const float* dy, const float* x, const float* weight,
    const float* inverse, float* dx)
{
    const hn::ScalableTag<float> d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    for (std::int64_t row = range.begin; row < range.end; ++row) {
        const std::int64_t at = row * shape.size;
        const float r = inverse[row];
        const float pull = dot(dy + at, x + at, weight, shape.size) * r * r * r / static_cast<float>(shape.size);
        const auto scale = hn::Set(d, r);
        const auto pulls = hn::Set(d, pull);
        std::int64_t i = 0;
        for (; i + lanes <= shape.size; i += lanes) {
            const auto pushed = hn::Mul(hn::Mul(hn::LoadU(d, dy + at + i), hn::LoadU(d, weight + i)), scale);
            hn::StoreU(hn::NegMulAdd(hn::LoadU(d, x + at + i), pulls, pushed), d, dx + at + i);
        }
        for (; i < shape.size; ++i)
            dx[at + i] = dy[at + i] * weight[i] * r - x[at + i] * pull;
    }
}

} // namespace temper::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace temper {

HWY_EXPORT(inverse);
HWY_EXPORT(apply);
HWY_EXPORT(gradient);

void rmsNormInverse(RmsNormShape shape, RowRange range, const float* x, double epsilon, float* inverse)
{
    HWY_DYNAMIC_DISPATCH(inverse)(shape, range, x, epsilon, inverse);
}

void rmsNormApply(
    RmsNormShape shape, RowRange range, const float* x, const float* weight, const float* inverse, float* y)
{
    HWY_DYNAMIC_DISPATCH(apply)(shape, range, x, weight, inverse, y);
}

void rmsNormGradient(RmsNormShape shape, RowRange range, const float* dy, const float* x, const float* weight,
    const float* inverse, float* dx)
{
    HWY_DYNAMIC_DISPATCH(gradient)(shape, range, dy, x, weight, inverse, dx);
}

} // namespace temper
#endif

// SPDX-License-Identifier: Apache-2.0
// A row of scores (200 KB for 50,000 words) fits the second-level cache: three passes over it cost one trip
// to memory.
#include "kernels/cross_entropy/cross_entropy.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/cross_entropy/cross_entropy_cpu.cpp"
#include <cmath>
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <hwy/contrib/math/math-inl.h>

HWY_BEFORE_NAMESPACE();
namespace temper::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

float largest(const float* x, std::int64_t size)
{
    const hn::ScalableTag<float> d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    auto best = hn::Set(d, x[0]);
    std::int64_t i = 0;
    for (; i + lanes <= size; i += lanes)
        best = hn::Max(best, hn::LoadU(d, x + i));
    float result = hn::GetLane(hn::MaxOfLanes(d, best));
    for (; i < size; ++i)
        result = x[i] > result ? x[i] : result;
    return result;
}

// Replaces x by exp(x − shift) and gives the sum; pieces are summed in float64 so that long rows lose
// nothing.
double exponentiate(float* x, std::int64_t size, float shift)
{
    constexpr std::int64_t kPiece = 4096;
    const hn::ScalableTag<float> d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    const auto shifts = hn::Set(d, shift);
    const auto lowest = hn::Set(d, -87.0f);
    double total = 0.0;
    for (std::int64_t begin = 0; begin < size; begin += kPiece) {
        const std::int64_t end = begin + kPiece < size ? begin + kPiece : size;
        auto sum = hn::Zero(d);
        std::int64_t i = begin;
        for (; i + lanes <= end; i += lanes) {
            const auto shifted = hn::Sub(hn::LoadU(d, x + i), shifts);
            // Max and Exp turn what is not a number into one; it must stay visible in the loss.
            const auto value
                = hn::IfThenElse(hn::IsNaN(shifted), shifted, hn::Exp(d, hn::Max(shifted, lowest)));
            hn::StoreU(value, d, x + i);
            sum = hn::Add(sum, value);
        }
        float piece = hn::GetLane(hn::SumOfLanes(d, sum));
        for (; i < end; ++i) {
            x[i] = std::exp(x[i] - shift);
            piece += x[i];
        }
        total += piece;
    }
    return total;
}

void multiply(float* x, std::int64_t size, float factor)
{
    const hn::ScalableTag<float> d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    const auto factors = hn::Set(d, factor);
    std::int64_t i = 0;
    for (; i + lanes <= size; i += lanes)
        hn::StoreU(hn::Mul(hn::LoadU(d, x + i), factors), d, x + i);
    for (; i < size; ++i)
        x[i] *= factor;
}

void rows(CrossEntropyRows range,
    Gradient gradient,
    float scale,
    const std::int64_t* targets,
    float* scores,
    float* losses)
{
    for (std::int64_t row = range.begin; row < range.end; ++row) {
        float* x = scores + row * range.vocabulary;
        const float shift = largest(x, range.vocabulary);
        const float target = x[targets[row]];
        const double sum = exponentiate(x, range.vocabulary, shift);
        losses[row]
            = static_cast<float>(std::log(sum) + static_cast<double>(shift) - static_cast<double>(target));
        if (!std::isfinite(target) || !std::isfinite(sum))
            losses[row] = NAN;
        if (gradient == Gradient::NotWanted)
            continue;
        multiply(x, range.vocabulary, static_cast<float>(static_cast<double>(scale) / sum));
        x[targets[row]] -= scale;
    }
}

} // namespace temper::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace temper {

HWY_EXPORT(rows);

void crossEntropy(CrossEntropyRows range,
    Gradient gradient,
    float scale,
    const std::int64_t* targets,
    float* scores,
    float* losses)
{
    HWY_DYNAMIC_DISPATCH(rows)(range, gradient, scale, targets, scores, losses);
}

} // namespace temper
#endif

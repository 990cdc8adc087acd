// SPDX-License-Identifier: Apache-2.0
#include "kernels/rope/rope.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/rope/rope_cpu.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace temper::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

void turnHead(float* head, std::int64_t half, const float* cosine, const float* sine, float sign)
{
    const hn::ScalableTag<float> d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    const auto signs = hn::Set(d, sign);
    std::int64_t i = 0;
    for (; i + lanes <= half; i += lanes) {
        const auto c = hn::LoadU(d, cosine + i);
        const auto s = hn::Mul(hn::LoadU(d, sine + i), signs);
        const auto first = hn::LoadU(d, head + i);
        const auto second = hn::LoadU(d, head + half + i);
        hn::StoreU(hn::NegMulAdd(second, s, hn::Mul(first, c)), d, head + i);
        hn::StoreU(hn::MulAdd(first, s, hn::Mul(second, c)), d, head + half + i);
    }
    for (; i < half; ++i) {
        const float first = head[i];
        const float second = head[half + i];
        head[i] = first * cosine[i] - second * sign * sine[i];
        head[half + i] = second * cosine[i] + first * sign * sine[i];
    }
}

void turn(RopeShape shape, float sign, std::int64_t begin, std::int64_t end, const std::int64_t* positions,
    const float* cosines, const float* sines, float* x)
{
    const std::int64_t half = shape.rotated / 2;
    for (std::int64_t token = begin; token < end; ++token) {
        const std::int64_t at = positions[token] * half;
        for (std::int64_t head = 0; head < shape.heads; ++head)
            turnHead(x + token * shape.rowStride + head * shape.headSize, half, cosines + at, sines + at, sign);
    }
}

} // namespace temper::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace temper {

HWY_EXPORT(turn);

void ropeInPlace(RopeShape shape, RopeDirection direction, std::int64_t begin, std::int64_t end,
    const std::int64_t* positions, const float* cosines, const float* sines, float* x)
{
    const float sign = direction == RopeDirection::Forward ? 1.0f : -1.0f;
    HWY_DYNAMIC_DISPATCH(turn)(shape, sign, begin, end, positions, cosines, sines, x);
}

} // namespace temper
#endif

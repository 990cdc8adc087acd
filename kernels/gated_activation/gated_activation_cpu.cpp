// SPDX-License-Identifier: Apache-2.0
// SiLU, the gate of nearly every family, is vectorised; the others take the plain loop.
#include "kernels/gated_activation/gated_activation.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/gated_activation/gated_activation_cpu.cpp"
#include <algorithm>
#include <cmath>
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <hwy/contrib/math/math-inl.h>

HWY_BEFORE_NAMESPACE();
namespace temper::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

template <typename D, typename V> V sigmoid(D d, V x)
{
    const V one = hn::Set(d, 1.0f);
    const V bounded = hn::Min(hn::Max(x, hn::Set(d, -87.0f)), hn::Set(d, 87.0f));
    return hn::Div(one, hn::Add(one, hn::Exp(d, hn::Neg(bounded))));
}

template <typename D> void siluVector(D d, const float* gates, const float* ups, float* out)
{
    const auto g = hn::LoadU(d, gates);
    hn::StoreU(hn::Mul(hn::Mul(g, sigmoid(d, g)), hn::LoadU(d, ups)), d, out);
}

template <typename D>
void siluGradientVector(D d,
    const float* dy,
    const float* gates,
    const float* ups,
    float* dGates,
    float* dUps)
{
    const auto one = hn::Set(d, 1.0f);
    const auto g = hn::LoadU(d, gates);
    const auto s = sigmoid(d, g);
    const auto dOut = hn::LoadU(d, dy);
    const auto slope = hn::Mul(s, hn::MulAdd(g, hn::Sub(one, s), one));
    const auto dGate = hn::Mul(hn::Mul(dOut, hn::LoadU(d, ups)), slope);
    hn::StoreU(hn::Mul(dOut, hn::Mul(g, s)), d, dUps);
    hn::StoreU(dGate, d, dGates);
}

// The last few elements go through the same instructions in a padded buffer: where a range ends, which
// depends on the number of threads, must not change a bit.
void siluRange(std::int64_t begin, std::int64_t end, const float* gates, const float* ups, float* out)
{
    const hn::ScalableTag<float> d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    std::int64_t i = begin;
    for (; i + lanes <= end; i += lanes)
        siluVector(d, gates + i, ups + i, out + i);
    if (i == end)
        return;
    float rest[2][hn::MaxLanes(hn::ScalableTag<float>())] = {};
    std::copy(gates + i, gates + end, rest[0]);
    std::copy(ups + i, ups + end, rest[1]);
    siluVector(d, rest[0], rest[1], rest[0]);
    std::copy(rest[0], rest[0] + (end - i), out + i);
}

void siluGradientRange(std::int64_t begin,
    std::int64_t end,
    const float* dy,
    const float* gates,
    const float* ups,
    float* dGates,
    float* dUps)
{
    const hn::ScalableTag<float> d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    std::int64_t i = begin;
    for (; i + lanes <= end; i += lanes)
        siluGradientVector(d, dy + i, gates + i, ups + i, dGates + i, dUps + i);
    if (i == end)
        return;
    float rest[3][hn::MaxLanes(hn::ScalableTag<float>())] = {};
    std::copy(dy + i, dy + end, rest[0]);
    std::copy(gates + i, gates + end, rest[1]);
    std::copy(ups + i, ups + end, rest[2]);
    siluGradientVector(d, rest[0], rest[1], rest[2], rest[1], rest[2]);
    std::copy(rest[1], rest[1] + (end - i), dGates + i);
    std::copy(rest[2], rest[2] + (end - i), dUps + i);
}

} // namespace temper::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace temper {

HWY_EXPORT(siluRange);
HWY_EXPORT(siluGradientRange);

namespace {

constexpr float kSqrtHalf = 0.70710678118654752f;
constexpr float kSqrtTwoOverPi = 0.79788456080286536f;
constexpr float kInverseSqrtTwoPi = 0.39894228040143268f;

struct ValueAndSlope {
    float value;
    float slope;
};

ValueAndSlope geluTanh(float x)
{
    const float inner = kSqrtTwoOverPi * (x + 0.044715f * x * x * x);
    const float t = std::tanh(inner);
    const float dInner = kSqrtTwoOverPi * (1.0f + 3.0f * 0.044715f * x * x);
    return { 0.5f * x * (1.0f + t), 0.5f * (1.0f + t) + 0.5f * x * (1.0f - t * t) * dInner };
}

ValueAndSlope evaluate(Gate gate, float x)
{
    switch (gate) {
    case Gate::Silu: {
        const float s = 1.0f / (1.0f + std::exp(-x));
        return { x * s, s * (1.0f + x * (1.0f - s)) };
    }
    case Gate::GeluTanh:
        return geluTanh(x);
    case Gate::Gelu: {
        const float cumulative = 0.5f * (1.0f + std::erf(x * kSqrtHalf));
        return { x * cumulative, cumulative + x * kInverseSqrtTwoPi * std::exp(-0.5f * x * x) };
    }
    case Gate::Relu:
        return { x > 0 ? x : 0.0f, x > 0 ? 1.0f : 0.0f };
    }
    return { 0.0f, 0.0f };
}

} // namespace

void gatedActivation(Gate gate,
    std::int64_t begin,
    std::int64_t end,
    const float* gates,
    const float* ups,
    float* out)
{
    if (gate == Gate::Silu) {
        HWY_DYNAMIC_DISPATCH(siluRange)(begin, end, gates, ups, out);
        return;
    }
    for (std::int64_t i = begin; i < end; ++i)
        out[i] = evaluate(gate, gates[i]).value * ups[i];
}

void gatedActivationGradient(Gate gate,
    std::int64_t begin,
    std::int64_t end,
    const float* dy,
    const float* gates,
    const float* ups,
    float* dGates,
    float* dUps)
{
    if (gate == Gate::Silu) {
        HWY_DYNAMIC_DISPATCH(siluGradientRange)(begin, end, dy, gates, ups, dGates, dUps);
        return;
    }
    for (std::int64_t i = begin; i < end; ++i) {
        const ValueAndSlope at = evaluate(gate, gates[i]);
        const float dGate = dy[i] * ups[i] * at.slope;
        dUps[i] = dy[i] * at.value;
        dGates[i] = dGate;
    }
}

} // namespace temper
#endif

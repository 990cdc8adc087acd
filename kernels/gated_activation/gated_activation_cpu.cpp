// SPDX-License-Identifier: Apache-2.0
// SiLU, the gate of nearly every family, is vectorised; the others take the plain loop.
#include "kernels/gated_activation/gated_activation.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/gated_activation/gated_activation_cpu.cpp"
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

std::int64_t siluRange(std::int64_t begin, std::int64_t end, const float* gates, const float* ups, float* out)
{
    const hn::ScalableTag<float> d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    std::int64_t i = begin;
    for (; i + lanes <= end; i += lanes) {
        const auto g = hn::LoadU(d, gates + i);
        hn::StoreU(hn::Mul(hn::Mul(g, sigmoid(d, g)), hn::LoadU(d, ups + i)), d, out + i);
    }
    return i;
}

std::int64_t siluGradientRange(std::int64_t begin, std::int64_t end, const float* dy, const float* gates,
    const float* ups, float* dGates, float* dUps)
{
    const hn::ScalableTag<float> d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    const auto one = hn::Set(d, 1.0f);
    std::int64_t i = begin;
    for (; i + lanes <= end; i += lanes) {
        const auto g = hn::LoadU(d, gates + i);
        const auto s = sigmoid(d, g);
        const auto dOut = hn::LoadU(d, dy + i);
        const auto slope = hn::Mul(s, hn::MulAdd(g, hn::Sub(one, s), one));
        const auto dGate = hn::Mul(hn::Mul(dOut, hn::LoadU(d, ups + i)), slope);
        hn::StoreU(hn::Mul(dOut, hn::Mul(g, s)), d, dUps + i);
        hn::StoreU(dGate, d, dGates + i);
    }
    return i;
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

void gatedActivation(
    Gate gate, std::int64_t begin, std::int64_t end, const float* gates, const float* ups, float* out)
{
    std::int64_t i = begin;
    if (gate == Gate::Silu)
        i = HWY_DYNAMIC_DISPATCH(siluRange)(begin, end, gates, ups, out);
    for (; i < end; ++i)
        out[i] = evaluate(gate, gates[i]).value * ups[i];
}

void gatedActivationGradient(Gate gate, std::int64_t begin, std::int64_t end, const float* dy, const float* gates,
    const float* ups, float* dGates, float* dUps)
{
    std::int64_t i = begin;
    if (gate == Gate::Silu)
        i = HWY_DYNAMIC_DISPATCH(siluGradientRange)(begin, end, dy, gates, ups, dGates, dUps);
    for (; i < end; ++i) {
        const ValueAndSlope at = evaluate(gate, gates[i]);
        const float dGate = dy[i] * ups[i] * at.slope;
        dUps[i] = dy[i] * at.value;
        dGates[i] = dGate;
    }
}

} // namespace temper
#endif

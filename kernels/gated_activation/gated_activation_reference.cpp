// SPDX-License-Identifier: Apache-2.0
#include "kernels/gated_activation/gated_activation.h"

#include <cmath>
#include <numbers>

namespace temper {

namespace {

double normalCumulative(double x)
{
    return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

double normalDensity(double x)
{
    return std::exp(-0.5 * x * x) / std::sqrt(2.0 * std::numbers::pi);
}

double tanhOfGelu(double x)
{
    return std::tanh(std::sqrt(2.0 / std::numbers::pi) * (x + 0.044715 * x * x * x));
}

double valueOf(Gate gate, double x)
{
    switch (gate) {
    case Gate::Silu:
        return x / (1.0 + std::exp(-x));
    case Gate::GeluTanh:
        return 0.5 * x * (1.0 + tanhOfGelu(x));
    case Gate::Gelu:
        return x * normalCumulative(x);
    case Gate::Relu:
        return x > 0.0 ? x : 0.0;
    }
    return NAN;
}

double slopeOf(Gate gate, double x)
{
    switch (gate) {
    case Gate::Silu: {
        const double sigmoid = 1.0 / (1.0 + std::exp(-x));
        return sigmoid + x * sigmoid * (1.0 - sigmoid);
    }
    case Gate::GeluTanh: {
        const double t = tanhOfGelu(x);
        const double inner = std::sqrt(2.0 / std::numbers::pi) * (1.0 + 3.0 * 0.044715 * x * x);
        return 0.5 * (1.0 + t) + 0.5 * x * (1.0 - t * t) * inner;
    }
    case Gate::Gelu:
        return normalCumulative(x) + x * normalDensity(x);
    case Gate::Relu:
        return x > 0.0 ? 1.0 : 0.0;
    }
    return NAN;
}

} // namespace

void gatedActivationReference(Gate gate,
    std::int64_t begin,
    std::int64_t end,
    const float* gates,
    const float* ups,
    float* out)
{
    for (std::int64_t i = begin; i < end; ++i)
        out[i]
            = static_cast<float>(valueOf(gate, static_cast<double>(gates[i])) * static_cast<double>(ups[i]));
}

void gatedActivationGradientReference(Gate gate,
    std::int64_t begin,
    std::int64_t end,
    const float* dy,
    const float* gates,
    const float* ups,
    float* dGates,
    float* dUps)
{
    for (std::int64_t i = begin; i < end; ++i) {
        const double x = static_cast<double>(gates[i]);
        const double dOut = static_cast<double>(dy[i]);
        const double up = static_cast<double>(ups[i]);
        dGates[i] = static_cast<float>(dOut * up * slopeOf(gate, x));
        dUps[i] = static_cast<float>(dOut * valueOf(gate, x));
    }
}

} // namespace temper

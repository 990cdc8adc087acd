// SPDX-License-Identifier: Apache-2.0
// The product inside a gated feed-forward part, y = f(gate) · up (Shazeer 2020), on float32 arrays of equal
// length.
#pragma once

#include <cstdint>

namespace temper {

enum class Gate { Silu, GeluTanh, Gelu, Relu };

// Elements [begin, end) only, so that ranges can run on several threads.
void gatedActivation(Gate gate,
    std::int64_t begin,
    std::int64_t end,
    const float* gates,
    const float* ups,
    float* out);
// dGates and dUps may be the arrays gates and ups themselves.
void gatedActivationGradient(Gate gate,
    std::int64_t begin,
    std::int64_t end,
    const float* dy,
    const float* gates,
    const float* ups,
    float* dGates,
    float* dUps);

// The same in plain float64 loops.
void gatedActivationReference(Gate gate,
    std::int64_t begin,
    std::int64_t end,
    const float* gates,
    const float* ups,
    float* out);
void gatedActivationGradientReference(Gate gate,
    std::int64_t begin,
    std::int64_t end,
    const float* dy,
    const float* gates,
    const float* ups,
    float* dGates,
    float* dUps);

} // namespace temper

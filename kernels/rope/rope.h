// SPDX-License-Identifier: Apache-2.0
// Rotary positions (Su et al. 2021) on rows of float32, pairs (i, i + rotated/2) as transformers' rotate_half
// has them.
#pragma once

#include <cstdint>

namespace temper {

struct RopeShape {
    std::int64_t heads = 0;
    std::int64_t headSize = 0;
    std::int64_t rotated = 0; // leading values of a head that turn; even, at most headSize
    std::int64_t rowStride = 0; // values from one token to the next
};

enum class RopeDirection {
    Forward,
    Backward
}; // Backward turns by the negative angle: the gradient of Forward

// Turns tokens [begin, end) of x [tokens, heads · headSize] in place. cosines and sines are [positions,
// rotated / 2], positions [tokens] picks their rows.
void ropeInPlace(RopeShape shape,
    RopeDirection direction,
    std::int64_t begin,
    std::int64_t end,
    const std::int64_t* positions,
    const float* cosines,
    const float* sines,
    float* x);

// The same as a product of complex numbers in float64.
void ropeInPlaceReference(RopeShape shape,
    RopeDirection direction,
    std::int64_t begin,
    std::int64_t end,
    const std::int64_t* positions,
    const float* cosines,
    const float* sines,
    float* x);

} // namespace temper

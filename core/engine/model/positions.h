// SPDX-License-Identifier: Apache-2.0
// Rotary position tables of a model, grown as far as positions are asked for.
#pragma once

#include "core/engine/model/decoder_options.h"

#include <ATen/core/Tensor.h>

namespace temper {

enum class RopeDirection;

class RotaryPositions {
public:
    RotaryPositions(const RopeOptions& options, std::int64_t headSize);

    // Makes the tables reach position `last`. Call it before a pass, not from several threads.
    void reach(std::int64_t last);

    // Turns x [tokens, heads · headSize] in place; positions [tokens] int64, all reached.
    void turn(at::Tensor& x, std::int64_t heads, const at::Tensor& positions, RopeDirection direction) const;

private:
    std::vector<float> m_frequencies; // [headSize / 2]
    std::int64_t m_headSize;
    at::Tensor m_cosines; // [positions, headSize / 2] float32
    at::Tensor m_sines;
};

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// The block types of GGUF as float32.
#pragma once

#include "core/common/file/tensor_view.h"

#include <cstddef>
#include <cstdint>

namespace temper {

// Expands `blocks` blocks that lie one after the other into blocks * blockElements(type) floats, each
// operation in float32 and in ggml's order, so that the results are the same bits (ggml src/ggml-quants.c,
// dequantize_row_*). `type` must be a block type.
void expandBlocks(DataType type, const std::byte* source, std::uint64_t blocks, float* out);

} // namespace temper

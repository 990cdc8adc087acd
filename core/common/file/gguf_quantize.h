// SPDX-License-Identifier: Apache-2.0
// float32 into the types of GGUF, byte for byte as ggml's reference does it.
#pragma once

#include "core/common/file/tensor_view.h"

#include <cstddef>
#include <cstdint>

namespace temper {

// Types that can be written: F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K.
bool canQuantize(DataType type);

// `count` values, a multiple of blockElements(type); `out` holds countBytes(type, count) bytes. Throws
// Error(Internal) for a type that cannot be written.
void quantize(DataType type, const float* values, std::int64_t count, std::byte* out);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// The quantisers of GGUF's types with blocks of 256 values.
#pragma once

#include <cstddef>

namespace temper {

// One block of 256 values into 144, 176 and 210 bytes.
void quantizeQ4K(const float* values, std::byte* out);
void quantizeQ5K(const float* values, std::byte* out);
void quantizeQ6K(const float* values, std::byte* out);

} // namespace temper

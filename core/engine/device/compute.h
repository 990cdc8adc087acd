// SPDX-License-Identifier: Apache-2.0
// Threads and number types of the processor's computations.
#pragma once

#include "core/common/recipe/recipe.h"

#include <c10/core/ScalarType.h>

namespace temper {

// Products of bfloat16 numbers are quick here (avx512_bf16 or AMX); elsewhere they are tens of times slower than float32.
bool hasFastBfloat16();

// The type of matrix products that a recipe asks for. Throws Error(Environment) when bfloat16 is asked for where it is slow.
at::ScalarType computeTypeOf(AutoSwitch bf16);

// 0: as many threads as there are usable cores. Returns the number that was set.
int useThreads(std::int64_t threads);

} // namespace temper

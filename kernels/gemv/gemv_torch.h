// SPDX-License-Identifier: Apache-2.0
// The matrix product of a few rows, for tensors.
#pragma once

#include <ATen/core/Tensor.h>

namespace temper {

constexpr std::int64_t kGemvRows = 8; // more are faster as a matrix product

// Whether gemvProduct takes this case: at most kGemvRows rows, a contiguous float32 or bfloat16 matrix on the
// processor.
bool suitsGemv(const at::Tensor& x, const at::Tensor& weight);

// x [rows, in] weight [out, in]ᵀ → [rows, out] in x's type; sums in float32.
at::Tensor gemvProduct(const at::Tensor& x, const at::Tensor& weight);

} // namespace temper

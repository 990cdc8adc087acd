// SPDX-License-Identifier: Apache-2.0
#include "kernels/gemv/gemv_torch.h"

#include "kernels/gemv/gemv.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

namespace temper {

namespace {

constexpr std::int64_t kGrain = 16; // blocks of rows of W: below, waking a thread costs more than it brings

void overThreads(std::int64_t count, const std::function<void(std::int64_t, std::int64_t)>& body)
{
    at::parallel_for(0, count, kGrain, body);
}

} // namespace

bool suitsGemv(const at::Tensor& x, const at::Tensor& weight)
{
    const bool known = weight.scalar_type() == at::kFloat || weight.scalar_type() == at::kBFloat16;
    return known && x.dim() == 2 && x.size(0) <= kGemvRows && weight.is_contiguous() && weight.is_cpu();
}

at::Tensor gemvProduct(const at::Tensor& x, const at::Tensor& weight)
{
    TORCH_CHECK(suitsGemv(x, weight), "gemvProduct takes at most 8 rows and a contiguous float32 or bfloat16 matrix");
    TORCH_CHECK(x.size(1) == weight.size(1), "gemvProduct: x and weight disagree on the inner size");
    const at::Tensor input = x.to(at::kFloat).contiguous();
    at::Tensor y = at::empty({ x.size(0), weight.size(0) }, at::kFloat);
    Gemv problem;
    problem.x = input.data_ptr<float>();
    problem.weight = weight.data_ptr();
    problem.weightType = weight.scalar_type() == at::kFloat ? GemvWeight::Float32 : GemvWeight::BFloat16;
    problem.y = y.data_ptr<float>();
    problem.rows = x.size(0);
    problem.in = x.size(1);
    problem.out = weight.size(0);
    gemv(problem, overThreads);
    return y.to(x.scalar_type());
}

} // namespace temper

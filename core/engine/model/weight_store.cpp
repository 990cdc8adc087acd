// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/weight_store.h"

#include "core/engine/model/backward_node.h"
#include "kernels/gemv/gemv_torch.h"

#include <ATen/ATen.h>
#include <utility>

namespace temper {

DenseWeight::DenseWeight(at::Tensor weight)
    : m_weight(std::move(weight))
{
}

at::Tensor DenseWeight::multiply(const at::Tensor& x, const at::Tensor& bias) const
{
    if (suitsGemv(x, m_weight)) {
        const at::Tensor y = gemvProduct(x, withoutGraph(m_weight));
        return bias.defined() ? y.add(bias.to(y.scalar_type())) : y;
    }
    const at::Tensor weight = withoutGraph(m_weight).to(x.scalar_type());
    return bias.defined() ? at::addmm(bias.to(x.scalar_type()), x, weight.t()) : at::mm(x, weight.t());
}

at::Tensor DenseWeight::multiplyTransposed(const at::Tensor& dy) const
{
    return at::mm(dy, m_weight.detach().to(dy.scalar_type()));
}

at::Tensor DenseWeight::dense() const { return m_weight.detach().to(at::kFloat); }

std::int64_t DenseWeight::bytes() const { return static_cast<std::int64_t>(m_weight.nbytes()); }

} // namespace temper

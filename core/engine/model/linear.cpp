// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/linear.h"

#include "core/engine/model/backward_node.h"
#include "kernels/dropout/dropout.h"

#include <ATen/Parallel.h>
#include <functional>

namespace temper {

namespace {

// Inputs in this order: x, weight, bias, A, B.
struct LinearBackward final : public torch::autograd::Node {
    SavedActivation input;
    std::shared_ptr<WeightStore> weight;
    LowRank lowRank;
    at::Tensor lowRankInput; // drop(x) Aᵀ [rows, rank]
    DropoutContext dropout;
    std::uint64_t site = 0;

    torch::autograd::variable_list apply(torch::autograd::variable_list&& grads) override;

    void release_variables() override
    {
        input.release();
        lowRankInput.reset();
    }

    std::string name() const override { return "LinearBackward"; }

    void lowRankGradients(const at::Tensor& dy, const at::Tensor& x, torch::autograd::variable_list& result) const;
};

bool drops(const LowRank& lowRank, const DropoutContext& dropout)
{
    return dropout.active && lowRank.dropout > 0.0;
}

void LinearBackward::lowRankGradients(
    const at::Tensor& dy, const at::Tensor& x, torch::autograd::variable_list& result) const
{
    const at::Tensor a = lowRank.a.detach().to(dy.scalar_type());
    const at::Tensor b = lowRank.b.detach().to(dy.scalar_type());
    const at::Tensor dyB = at::mm(dy, b).mul_(lowRank.scale); // [rows, rank]
    at::Tensor mask;
    if (drops(lowRank, dropout))
        mask = dropoutMask(dropout, site, lowRank.dropout, x);
    if (task_should_compute_output(3))
        result[3] = at::mm(dyB.t(), mask.defined() ? x * mask : x).to(lowRank.a.scalar_type());
    if (task_should_compute_output(4)) // the thin factor first: reading dy by rows is two to three times faster than by columns
        result[4] = at::mm(lowRankInput.t(), dy).mul_(lowRank.scale).t().contiguous().to(lowRank.b.scalar_type());
    if (!task_should_compute_output(0))
        return;
    if (mask.defined())
        result[0].add_(at::mm(dyB, a).mul_(mask));
    else
        result[0].addmm_(dyB, a);
}

torch::autograd::variable_list LinearBackward::apply(torch::autograd::variable_list&& grads)
{
    const at::NoGradGuard noGrad;
    torch::autograd::variable_list result(5);
    const at::Tensor& dy = grads[0];
    if (!dy.defined())
        return result;
    if (task_should_compute_output(0))
        result[0] = weight->multiplyTransposed(dy);
    const bool needsInput = task_should_compute_output(1) || lowRank.a.defined();
    const at::Tensor x = needsInput ? input.take() : at::Tensor();
    if (task_should_compute_output(1))
        result[1] = at::mm(dy.t(), x).to(weight->parameter().scalar_type());
    if (task_should_compute_output(2))
        result[2] = dy.sum(0);
    if (lowRank.a.defined())
        lowRankGradients(dy, x, result);
    return result;
}

const LowRank* fusedAdapter(const std::vector<std::shared_ptr<LinearAdapter>>& adapters)
{
    return adapters.empty() ? nullptr : adapters.front()->lowRank();
}

} // namespace

Linear::Linear(std::string name, std::shared_ptr<WeightStore> weight, at::Tensor bias)
    : m_name(std::move(name))
    , m_site(std::hash<std::string> {}(m_name))
    , m_weight(std::move(weight))
    , m_bias(std::move(bias))
{
}

at::Tensor Linear::forward(const Activation& x, const DropoutContext& dropout) const
{
    const LowRank* fused = fusedAdapter(m_adapters);
    const LowRank lowRank = fused ? *fused : LowRank {};
    const at::Tensor parameter = m_weight->parameter();
    at::Tensor y;
    at::Tensor lowRankInput;
    {
        const at::NoGradGuard noGrad;
        const at::Tensor value = withoutGraph(x.value);
        y = m_weight->multiply(value, withoutGraph(m_bias));
        if (fused) {
            const at::Tensor dropped = drops(lowRank, dropout)
                ? value * dropoutMask(dropout, m_site, lowRank.dropout, value)
                : value;
            lowRankInput = at::mm(dropped, withoutGraph(lowRank.a).to(value.scalar_type()).t());
            y.addmm_(lowRankInput, withoutGraph(lowRank.b).to(value.scalar_type()).t(), 1.0, lowRank.scale);
        }
    }
    if (needsGraph(x.value, parameter, m_bias, lowRank.a, lowRank.b)) {
        auto node = attachNode<LinearBackward>(y, x.value, parameter, m_bias, lowRank.a, lowRank.b);
        const bool trainsWeight = parameter.defined() && parameter.requires_grad();
        if (trainsWeight || fused)
            node->input = SavedActivation(x);
        node->weight = m_weight;
        node->lowRank = lowRank;
        node->lowRankInput = lowRankInput;
        node->dropout = dropout;
        node->site = m_site;
    }
    for (std::size_t i = fused ? 1 : 0; i < m_adapters.size(); ++i)
        y = m_adapters[i]->adapt(*this, x.value, y);
    return y;
}

at::Tensor dropoutMask(
    const DropoutContext& context, std::uint64_t site, double probability, const at::Tensor& like)
{
    at::Tensor mask = at::empty(like.sizes(), like.options().dtype(at::kFloat));
    const DropoutStream stream { context.seed, context.step, site, probability };
    float* values = mask.data_ptr<float>();
    at::parallel_for(0, mask.numel(), 1 << 14, [&](std::int64_t begin, std::int64_t end) {
        fillDropoutMask(stream, begin, end, values + begin);
    });
    return mask.to(like.scalar_type());
}

} // namespace temper

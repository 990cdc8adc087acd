// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/feed_forward.h"

#include "core/engine/model/backward_node.h"
#include "kernels/gated_activation/gated_activation.h"

#include <ATen/Parallel.h>

namespace temper {

namespace {

constexpr std::int64_t kGrain = 1 << 15;

Gate gateOf(ActivationKind kind)
{
    switch (kind) {
    case ActivationKind::Silu:
        return Gate::Silu;
    case ActivationKind::GeluTanh:
        return Gate::GeluTanh;
    case ActivationKind::Gelu:
        return Gate::Gelu;
    case ActivationKind::Relu:
        return Gate::Relu;
    }
    return Gate::Silu;
}

at::Tensor product(Gate kind, const at::Tensor& gate, const at::Tensor& up)
{
    const at::Tensor gates = gate.to(at::kFloat);
    const at::Tensor ups = up.to(at::kFloat);
    at::Tensor out = at::empty_like(gates);
    at::parallel_for(0, gates.numel(), kGrain, [&](std::int64_t begin, std::int64_t end) {
        gatedActivation(
            kind, begin, end, gates.data_ptr<float>(), ups.data_ptr<float>(), out.data_ptr<float>());
    });
    return out.to(gate.scalar_type());
}

// Inputs in this order: gate, up.
struct GatedBackward final : public torch::autograd::Node {
    Gate kind = Gate::Silu;
    at::Tensor gate, up;

    torch::autograd::variable_list apply(torch::autograd::variable_list&& grads) override
    {
        const at::NoGradGuard noGrad;
        torch::autograd::variable_list result(2);
        if (!grads[0].defined())
            return result;
        const at::Tensor dy = grads[0].to(at::kFloat).contiguous();
        const at::Tensor gates = gate.to(at::kFloat);
        const at::Tensor ups = up.to(at::kFloat);
        at::Tensor dGates = at::empty_like(gates);
        at::Tensor dUps = at::empty_like(ups);
        at::parallel_for(0, gates.numel(), kGrain, [&](std::int64_t begin, std::int64_t end) {
            gatedActivationGradient(kind, begin, end, dy.data_ptr<float>(), gates.data_ptr<float>(),
                ups.data_ptr<float>(), dGates.data_ptr<float>(), dUps.data_ptr<float>());
        });
        result[0] = dGates.to(gate.scalar_type());
        result[1] = dUps.to(up.scalar_type());
        return result;
    }

    void release_variables() override
    {
        gate.reset();
        up.reset();
    }

    std::string name() const override { return "GatedBackward"; }
};

} // namespace

FeedForward::FeedForward(ActivationKind activation, Parts parts)
    : m_activation(activation)
    , m_parts(std::move(parts))
{
}

at::Tensor FeedForward::forward(const Activation& x, const DropoutContext& dropout) const
{
    const at::Tensor gate = m_parts.gate.forward(x, dropout);
    const at::Tensor up = m_parts.up.forward(x, dropout);
    const Gate kind = gateOf(m_activation);
    const at::Tensor gates = withoutGraph(gate);
    const at::Tensor ups = withoutGraph(up);
    Activation inner { product(kind, gates, ups), nullptr };
    if (needsGraph(gate, up)) {
        auto node = attachNode<GatedBackward>(inner.value, gate, up);
        node->kind = kind;
        node->gate = gates;
        node->up = ups;
        inner.again = std::make_shared<Recomputation>([kind, gates, ups] { return product(kind, gates, ups); });
    }
    return m_parts.down.forward(inner, dropout);
}

} // namespace temper

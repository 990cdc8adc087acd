// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/norm.h"

#include "core/engine/model/backward_node.h"
#include "kernels/rms_norm/rms_norm.h"

#include <ATen/Parallel.h>
#include <functional>

namespace temper {

namespace {

// Waking a thread costs as much as some ten thousand values.
void forEachRowRange(const at::Tensor& x, const std::function<void(std::int64_t, std::int64_t)>& work)
{
    at::parallel_for(0, x.size(0), 1 + (1 << 15) / x.size(1), work);
}

RmsNormShape shapeOf(const at::Tensor& x) { return { x.size(0), x.size(1) }; }

// normalised [rows, size] from x and 1/rms [rows].
at::Tensor normalise(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& inverseRms, at::ScalarType type)
{
    at::Tensor y = at::empty_like(x);
    forEachRowRange(x, [&](std::int64_t begin, std::int64_t end) {
        rmsNormApply(shapeOf(x), { begin, end }, x.data_ptr<float>(), weight.data_ptr<float>(),
            inverseRms.data_ptr<float>(), y.data_ptr<float>());
    });
    return y.to(type);
}

// Inputs in this order: x, weight.
struct RmsNormBackward final : public torch::autograd::Node {
    at::Tensor x;
    at::Tensor weight;
    at::Tensor inverseRms;

    torch::autograd::variable_list apply(torch::autograd::variable_list&& grads) override
    {
        const at::NoGradGuard noGrad;
        torch::autograd::variable_list result(2);
        if (!grads[0].defined())
            return result;
        const at::Tensor dy = grads[0].to(at::kFloat).contiguous();
        if (task_should_compute_output(1))
            result[1] = (dy * x * inverseRms.unsqueeze(1)).sum(0);
        if (task_should_compute_output(0)) {
            at::Tensor dx = at::empty_like(x);
            forEachRowRange(x, [&](std::int64_t begin, std::int64_t end) {
                rmsNormGradient(shapeOf(x), { begin, end }, dy.data_ptr<float>(), x.data_ptr<float>(),
                    weight.data_ptr<float>(), inverseRms.data_ptr<float>(), dx.data_ptr<float>());
            });
            result[0] = dx;
        }
        return result;
    }

    void release_variables() override
    {
        x.reset();
        inverseRms.reset();
    }

    std::string name() const override { return "RmsNormBackward"; }
};

} // namespace

RmsNorm::RmsNorm(std::string name, at::Tensor weight, double epsilon)
    : m_name(std::move(name))
    , m_weight(std::move(weight))
    , m_epsilon(epsilon)
{
}

Activation RmsNorm::forward(const at::Tensor& x, at::ScalarType type) const
{
    at::Tensor y;
    const at::Tensor values = withoutGraph(x).contiguous();
    const at::Tensor weight = withoutGraph(m_weight).to(at::kFloat);
    at::Tensor inverseRms = at::empty({ values.size(0) }, values.options());
    {
        const at::NoGradGuard noGrad;
        forEachRowRange(values, [&](std::int64_t begin, std::int64_t end) {
            rmsNormInverse(shapeOf(values), { begin, end }, values.data_ptr<float>(), m_epsilon,
                inverseRms.data_ptr<float>());
        });
        y = normalise(values, weight, inverseRms, type);
    }
    Activation result { y, nullptr };
    if (!needsGraph(x, m_weight))
        return result;
    auto node = attachNode<RmsNormBackward>(result.value, x, m_weight);
    node->x = values;
    node->weight = weight;
    node->inverseRms = inverseRms;
    result.again = std::make_shared<Recomputation>(
        [values, weight, inverseRms, type] { return normalise(values, weight, inverseRms, type); });
    return result;
}

} // namespace temper

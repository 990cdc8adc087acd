// SPDX-License-Identifier: Apache-2.0
#include "core/engine/objective/next_token.h"

#include "core/engine/model/backward_node.h"
#include "kernels/cross_entropy/cross_entropy.h"

#include <ATen/Parallel.h>
#include <algorithm>

namespace temper {

namespace {

constexpr std::int64_t kScoreBytes = 96ll << 20; // of one chunk of scores

// Inputs in this order: hidden, head.
struct NextTokenBackward final : public torch::autograd::Node {
    at::Tensor dHidden, dHead;

    torch::autograd::variable_list apply(torch::autograd::variable_list&& grads) override
    {
        const at::NoGradGuard noGrad;
        torch::autograd::variable_list result(2);
        if (!grads[0].defined())
            return result;
        const double factor = grads[0].item<double>();
        if (task_should_compute_output(0))
            result[0] = factor == 1.0 ? dHidden : dHidden * factor;
        if (task_should_compute_output(1))
            result[1] = factor == 1.0 ? dHead : dHead * factor;
        return result;
    }

    void release_variables() override
    {
        dHidden.reset();
        dHead.reset();
    }

    std::string name() const override { return "NextTokenBackward"; }
};

// Losses of a chunk [rows]; the scores become their gradient where it is wanted.
at::Tensor lossesOf(at::Tensor& scores, const at::Tensor& ids, Gradient gradient, double scale)
{
    at::Tensor losses = at::empty({ scores.size(0) }, at::kFloat);
    at::parallel_for(0, scores.size(0), 1 + (1 << 14) / scores.size(1), [&](std::int64_t begin, std::int64_t end) {
        crossEntropy({ scores.size(1), begin, end }, gradient, static_cast<float>(scale),
            ids.data_ptr<std::int64_t>(), scores.data_ptr<float>(), losses.data_ptr<float>());
    });
    return losses;
}

} // namespace

at::Tensor nextTokenLoss(
    const at::Tensor& hidden, const at::Tensor& head, const NextTokenTargets& targets, double tokenCount)
{
    const bool graph = needsGraph(hidden, head);
    const bool trainsHead = graph && head.requires_grad();
    const Gradient gradient = graph ? Gradient::Wanted : Gradient::NotWanted;
    at::Tensor dHidden, dHead, total;
    {
        const at::NoGradGuard noGrad;
        const at::Tensor states = hidden.detach();
        const at::Tensor weight = head.detach().to(states.scalar_type());
        total = at::zeros({}, at::kDouble);
        dHidden = graph ? at::zeros_like(states) : at::Tensor();
        dHead = trainsHead ? at::zeros_like(weight) : at::Tensor();
        const std::int64_t count = targets.ids.numel();
        const std::int64_t chunk = std::max<std::int64_t>(32, kScoreBytes / (weight.size(0) * 4));
        for (std::int64_t begin = 0; begin < count; begin += chunk) {
            const std::int64_t rows = std::min(chunk, count - begin);
            const at::Tensor positions = targets.positions.narrow(0, begin, rows);
            const at::Tensor chosen = states.index_select(0, positions);
            at::Tensor scores = at::mm(chosen, weight.t()).to(at::kFloat);
            const at::Tensor ids = targets.ids.narrow(0, begin, rows).contiguous();
            total += lossesOf(scores, ids, gradient, 1.0 / tokenCount).sum(at::kDouble);
            if (!graph)
                continue;
            const at::Tensor dScores = scores.to(states.scalar_type());
            dHidden.index_copy_(0, positions, at::mm(dScores, weight));
            if (trainsHead)
                dHead.addmm_(dScores.t(), chosen);
        }
        total = total.div_(tokenCount).to(at::kFloat);
    }
    if (graph) {
        auto node = attachNode<NextTokenBackward>(total, hidden, head);
        node->dHidden = dHidden;
        node->dHead = trainsHead ? dHead.to(head.scalar_type()) : dHead;
    }
    return total;
}

} // namespace temper

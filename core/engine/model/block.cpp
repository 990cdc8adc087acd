// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/block.h"

#include "core/engine/model/backward_node.h"

#include <torch/csrc/autograd/autograd.h>

namespace temper {

namespace {

// Inputs: x. Parameters inside the block receive their gradients when the block's own graph is walked here.
struct RecomputedBackward final : public torch::autograd::Node {
    const Block* block = nullptr;
    at::Tensor x;
    TokenBatch batch;
    const RotaryPositions* positions = nullptr;
    DropoutContext dropout;
    at::ScalarType computeType = at::kFloat;

    torch::autograd::variable_list apply(torch::autograd::variable_list&& grads) override
    {
        torch::autograd::variable_list result(1);
        if (!grads[0].defined())
            return result;
        at::Tensor input = x.detach().requires_grad_(true);
        const Pass pass { batch, *positions, dropout, nullptr, nullptr, computeType };
        at::Tensor output;
        {
            const at::AutoGradMode gradients(true);
            output = block->forward(input, pass);
        }
        torch::autograd::backward({ output }, { grads[0] });
        result[0] = input.grad();
        return result;
    }

    void release_variables() override { x.reset(); }
    std::string name() const override { return "RecomputedBackward"; }
};

} // namespace

Block::Block(RmsNorm attentionNorm, Attention attention, RmsNorm feedForwardNorm, FeedForward feedForward)
    : m_attentionNorm(std::move(attentionNorm))
    , m_attention(std::move(attention))
    , m_feedForwardNorm(std::move(feedForwardNorm))
    , m_feedForward(std::move(feedForward))
{
}

at::Tensor Block::forward(const at::Tensor& x, const Pass& pass) const
{
    const at::Tensor mixed = m_attention.forward(m_attentionNorm.forward(x, pass.computeType), pass);
    const at::Tensor h = x + mixed;
    const at::Tensor fed
        = m_feedForward.forward(m_feedForwardNorm.forward(h, pass.computeType), pass.dropout);
    return h + fed;
}

at::Tensor forwardRecomputed(const Block& block, const at::Tensor& x, const Pass& pass)
{
    at::Tensor output;
    {
        const at::NoGradGuard noGrad;
        output = block.forward(x.detach(), pass);
    }
    // The first block's input may need no gradient while its adapters do: the node is attached all the same.
    auto node = std::shared_ptr<RecomputedBackward>(new RecomputedBackward(), torch::autograd::deleteNode);
    node->set_next_edges(torch::autograd::collect_next_edges(x));
    torch::autograd::set_history(output, node);
    node->block = &block;
    node->x = x.detach();
    node->batch = pass.batch;
    node->positions = &pass.positions;
    node->dropout = pass.dropout;
    node->computeType = pass.computeType;
    return output;
}

} // namespace temper

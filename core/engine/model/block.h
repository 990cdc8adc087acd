// SPDX-License-Identifier: Apache-2.0
// One layer of a decoder: x + attention(norm(x)), then h + feedForward(norm(h)).
#pragma once

#include "core/engine/model/attention.h"
#include "core/engine/model/feed_forward.h"
#include "core/engine/model/norm.h"

namespace temper {

class Block {
public:
    Block(RmsNorm attentionNorm, Attention attention, RmsNorm feedForwardNorm, FeedForward feedForward);

    // x [tokens, hidden] float32 → the same shape.
    at::Tensor forward(const at::Tensor& x, const Pass& pass) const;

    RmsNorm& attentionNorm() { return m_attentionNorm; }
    RmsNorm& feedForwardNorm() { return m_feedForwardNorm; }
    Attention& attention() { return m_attention; }
    FeedForward& feedForward() { return m_feedForward; }

private:
    RmsNorm m_attentionNorm;
    Attention m_attention;
    RmsNorm m_feedForwardNorm;
    FeedForward m_feedForward;
};

// block.forward() that keeps only x and runs the block again in the backward pass.
at::Tensor forwardRecomputed(const Block& block, const at::Tensor& x, const Pass& pass);

} // namespace temper

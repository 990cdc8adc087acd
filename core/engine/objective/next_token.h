// SPDX-License-Identifier: Apache-2.0
// The loss of supervised fine-tuning and pre-training: cross entropy of the next token, over supervised positions only.
#pragma once

#include <ATen/core/Tensor.h>
#include <cstdint>

namespace temper {

struct NextTokenTargets {
    at::Tensor positions; // [n] int64: tokens of the batch that predict
    at::Tensor ids; // [n] int64: what they should predict
};

// Σ −log softmax(hidden[position] · headᵀ)[id] / tokenCount, a scalar float32; differentiable in hidden [tokens, size] and,
// where it is trained, in head [vocabulary, size]. The scores are made in chunks and never exist whole; their gradient is
// formed in the forward pass. tokenCount is the number of supervised tokens of the whole optimizer step.
at::Tensor nextTokenLoss(
    const at::Tensor& hidden, const at::Tensor& head, const NextTokenTargets& targets, double tokenCount);

} // namespace temper

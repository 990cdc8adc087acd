// SPDX-License-Identifier: Apache-2.0
// Losses of tokens as pure functions of tensors, in whatever float type they are given: the plain statement
// of what training minimises, against which the chunked next_token.h is checked.
#pragma once

#include <ATen/core/Tensor.h>
#include <cstdint>

namespace temper {

constexpr std::int64_t kIgnoredLabel = -100;

// Scores and the tokens they should predict, position by position; a label equal to `ignored` is not
// supervised.
struct TokenTargets {
    at::Tensor logits; // [..., vocabulary], float
    at::Tensor labels; // [...] int64
    std::int64_t ignored = kIgnoredLabel;
};

// Causal models: position t predicts token t + 1. logits [rows, length, vocabulary] and labels [rows, length]
// lose their last and first position.
TokenTargets shiftedByOne(const TokenTargets& targets);

// Throws Error(Input) when shapes do not match or a supervised label is no token of the vocabulary.
void checkTargets(const TokenTargets& targets);

std::int64_t supervisedTokens(const TokenTargets& targets);

// −log softmax(logits)[label], natural units; 0 where not supervised. Shape of the labels.
at::Tensor tokenNll(const TokenTargets& targets);

// Σ nll / tokenCount, a scalar. tokenCount is that of the whole optimizer step, so that the micro-batches of
// one step add up to the loss of them all together.
at::Tensor crossEntropyLoss(const TokenTargets& targets, double tokenCount);

// (1 − ε) · nll + ε · mean over the vocabulary of −log softmax, per supervised token, summed, / tokenCount
// (Szegedy et al. 2016, as transformers' LabelSmoother).
at::Tensor smoothedLoss(const TokenTargets& targets, double epsilon, double tokenCount);

// Σ p · nll / tokenCount with p = softmax(logits)[label] taken as a number: dynamic fine-tuning (Wu et al.
// 2025).
at::Tensor dynamicLoss(const TokenTargets& targets, double tokenCount);

// The share of supervised tokens whose label has the highest score; not differentiable. 0 when none is
// supervised.
double tokenAccuracy(const TokenTargets& targets);

} // namespace temper

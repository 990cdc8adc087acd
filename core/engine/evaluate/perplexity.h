// SPDX-License-Identifier: Apache-2.0
// How well a model predicts given texts: the mean negative log-likelihood of their tokens.
#pragma once

#include "core/common/base/progress.h"
#include "core/common/data/row.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace temper {

class ChatTemplate;
class Tokenizer;

// −log p(ids[i] | ids[0 … i−1]), natural, for i = 1 … n−1.
using NllFunction = std::function<std::vector<float>(std::span<const std::int32_t> ids)>;

struct LikelihoodSum {
    double nll = 0; // sum over tokens
    std::uint64_t tokens = 0; // that were predicted and count
    std::uint64_t rows = 0; // that had at least one such token

    double mean() const { return tokens > 0 ? nll / static_cast<double>(tokens) : 0; } // token-weighted
    double perplexity() const;
};

// Adds the tokens of one row for which counts[i] is true (counts empty: all). The first token is never
// predicted. A row longer than `window` tokens (0: no limit) is read in windows that share one token, so that
// every later token is predicted exactly once, from what precedes it in its window.
void addLikelihood(LikelihoodSum& sum,
    std::span<const std::int32_t> ids,
    std::span<const std::uint8_t> counts,
    std::size_t window,
    const NllFunction& nll);

struct LikelihoodData {
    std::filesystem::path file;
    std::shared_ptr<const Tokenizer> tokenizer; // null only when every row holds token ids
    std::shared_ptr<const ChatTemplate> chatTemplate; // null: conversations are refused
    std::size_t window = 0; // tokens; the model's context
    ProgressFunction onProgress;
    std::stop_token stop;
};

// Every row of a data file (any format the data desk reads) by itself. {"text"}: all tokens of the text with
// the tokenizer's own special tokens; a .txt file is one text. Conversations and {"prompt", "completion"}:
// the answers only, rendered as for training. {"input_ids", "labels"}: where labels are not -100. Throws
// Error(Input) for a file without a predicted token and for a row that cannot be used.
LikelihoodSum likelihoodOf(const LikelihoodData& data, const NllFunction& nll);

} // namespace temper

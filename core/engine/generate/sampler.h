// SPDX-License-Identifier: Apache-2.0
// Chooses the next token of one sequence: greedily, or drawn from the distribution that the settings leave.
#pragma once

#include "core/common/base/random.h"
#include "core/engine/generate/logits_steps.h"

#include <cstdint>
#include <span>
#include <vector>

namespace temper {

// The defaults leave the model's own distribution as it is, and choose greedily.
struct SamplingSettings {
    double temperature = 0; // 0: greedy; above: logits are divided by it and the token is drawn
    int topK = 0; // 0: off
    double topP = 1; // 1: off
    double minP = 0; // 0: off
    double typicalP = 1; // 1: off
    double repetitionPenalty = 1; // 1: off
    int noRepeatNgramSize = 0; // 0: off
    int minTokensToKeep = 1; // what top-p, min-p and typical-p always leave
    std::uint64_t seed = 0;

    bool greedy() const { return temperature <= 0; }
};

// Throws Error(Usage) naming the first setting out of its range.
void checkSampling(const SamplingSettings& settings);

// What may follow `previous` (prompt and answer so far), in the order of ids, with processed scores:
// repetition penalty, n-gram ban, and unless greedy temperature, top-k, top-p, min-p, typical-p, in this
// order. Banned tokens are left out. `logits` [vocabulary].
std::vector<Candidate> processLogits(std::span<const float> logits,
    std::span<const std::int32_t> previous,
    const SamplingSettings& settings);

class Sampler {
public:
    // `stream` tells rows of one batch apart: row i of a seed always draws the same numbers.
    explicit Sampler(const SamplingSettings& settings, std::uint64_t stream = 0);

    // The next token. Drawn by inverting the cumulative distribution in the order of ids, one random number a
    // token.
    std::int32_t choose(std::span<const float> logits, std::span<const std::int32_t> previous);

private:
    SamplingSettings m_settings;
    Random m_random;
};

} // namespace temper

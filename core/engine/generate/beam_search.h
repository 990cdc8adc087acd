// SPDX-License-Identifier: Apache-2.0
// Beam search as transformers 5 runs it, and diverse (group) beam search as its last version with that
// feature did.
#pragma once

#include "core/engine/generate/step_model.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace temper {

enum class EarlyStopping {
    Heuristic, // until the best open beam, at its present length, cannot beat the worst finished one
    WhenFull, // as soon as as many sequences are finished as there are beams
    Never, // as Heuristic, but open beams are judged at the length most favourable to them
};

struct BeamSettings {
    int beams = 1; // 1: no beam search
    int groups = 1; // above 1: diverse beam search; must divide beams
    double lengthPenalty = 1; // a sequence's score is its log-probability over length^lengthPenalty
    double diversityPenalty
        = 0; // taken from a token's score for each earlier group that chose it at this step
    EarlyStopping earlyStopping = EarlyStopping::Heuristic;
};

// What a sequence may look like and where it ends.
struct BeamRules {
    std::size_t maxNewTokens = 256;
    double repetitionPenalty = 1; // applied to log-probabilities here, as transformers does
    int noRepeatNgramSize = 0;
    std::vector<std::int32_t> stopIds;
    // Group beam search: what a finished group counts as choosing, since transformers pads it. -1: nothing.
    std::int32_t padId = -1;
    // Further stop: true when these new ids complete a stop text. May be empty.
    std::function<bool(std::span<const std::int32_t>)> stopsAt;
    std::stop_token stop;
};

struct Hypothesis {
    std::vector<std::int32_t> ids; // new ones only, with the stop id if there was one
    float score = 0;
    bool stopped = false; // by a stop rule; otherwise by length or cancellation
};

// Throws Error(Usage) naming the first setting out of its range.
void checkBeams(const BeamSettings& settings);

// For every prompt its finished sequences, best first, at most `beams` of them. When cancelled: the open
// beams.
std::vector<std::vector<Hypothesis>> beamSearch(StepModel& model,
    std::span<const std::vector<std::int32_t>> prompts,
    const BeamSettings& settings,
    const BeamRules& rules);

} // namespace temper

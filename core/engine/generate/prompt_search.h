// SPDX-License-Identifier: Apache-2.0
// The search for the answer to one prompt, and the pieces that both kinds of beam search are made of.
#pragma once

#include "core/engine/generate/beam_search.h"

#include <memory>
#include <queue>

namespace temper {

// A sequence that is still growing.
struct OpenBeam {
    std::vector<std::int32_t> ids; // new ones only
    float score = 0; // sum of its processed log-probabilities
    std::size_t parent = 0; // which of the beams given to the last advance() it continues
};

class PromptSearch {
public:
    virtual ~PromptSearch() = default;

    // `logits` [rows, vocabulary]: first the prompt's one row, later a row for each beam of open(), in its
    // order.
    virtual void advance(std::span<const float> logits, std::size_t vocabulary) = 0;
    virtual std::vector<OpenBeam> open() const = 0; // empty once done
    virtual std::vector<Hypothesis> results() const = 0; // best first
};

std::unique_ptr<PromptSearch>
makeBeamSearch(std::span<const std::int32_t> prompt, const BeamSettings& settings, const BeamRules& rules);
std::unique_ptr<PromptSearch> makeGroupBeamSearch(std::span<const std::int32_t> prompt,
    const BeamSettings& settings,
    const BeamRules& rules);

struct Continuation {
    float score = 0; // of the whole sequence
    std::size_t beam = 0;
    std::int32_t id = 0;
};

// The `count` best continuations over several beams.
class BestContinuations {
public:
    explicit BestContinuations(std::size_t count);
    // Tokens at minus infinity are no continuations.
    void add(std::size_t beam, float beamScore, std::span<const float> logProbabilities);
    std::vector<Continuation> take(); // best first; of equal ones the earlier beam, then the lower id

private:
    struct Better {
        bool operator()(const Continuation& a, const Continuation& b) const;
    };
    std::size_t m_count;
    std::priority_queue<Continuation, std::vector<Continuation>, Better> m_best; // the worst on top
};

// How many continuations must be looked at so that enough remain when the best ones all end.
std::size_t continuationsToKeep(std::size_t beams, const BeamRules& rules);
// log-softmax of a row of logits, then repetition penalty and n-gram ban over prompt and new ids.
std::vector<float> beamLogProbabilities(std::span<const float> logits,
    std::span<const std::int32_t> prompt,
    std::span<const std::int32_t> newIds,
    const BeamRules& rules);
bool endsSequence(std::span<const std::int32_t> newIds, const BeamRules& rules);
std::vector<std::int32_t> withNext(std::span<const std::int32_t> ids, std::int32_t next);

} // namespace temper

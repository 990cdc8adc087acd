// SPDX-License-Identifier: Apache-2.0
// Answers to prompts, token by token: greedy, sampled or by beam search, with stop rules, streaming and
// cancellation.
#pragma once

#include "core/common/base/progress.h"
#include "core/engine/generate/beam_search.h"
#include "core/engine/generate/sampler.h"
#include "core/engine/generate/step_model.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

class Tokenizer;

enum class FinishReason { Stop, Length, Cancelled };
std::string_view finishReasonName(FinishReason reason); // "stop", "length", "cancelled"

enum class LogProbabilities { Wanted, NotWanted };

struct StopRules {
    std::vector<std::int32_t> ids; // end-of-sequence ids: the token is kept in the ids, its text is not shown
    std::vector<std::string> texts; // need a tokenizer; the answer's text ends before the first of them
};

struct GenerationSettings {
    std::size_t maxNewTokens = 256;
    SamplingSettings sampling;
    BeamSettings beams; // more than one beam: beam search, which never samples
    StopRules stop;
    std::int32_t padId = -1; // group beam search only, see BeamRules; -1: the first stop id
    LogProbabilities logProbabilities = LogProbabilities::NotWanted;
};

struct Generation {
    std::vector<std::int32_t> ids; // new ones only, with the stop id if one ended the answer
    std::string text; // empty without a tokenizer
    FinishReason finish = FinishReason::Length;
    // Of each id under the model's own distribution (before penalties, temperature and cuts); natural
    // logarithms.
    std::vector<float> logProbabilities;
    double score = 0; // beam search: the sum of log-probabilities over length^penalty
};

// `prompt` is the index of the prompt among those given; the pieces of one prompt, joined, are its text.
using TextSink = std::function<void(std::size_t prompt, std::string_view piece)>;

struct GenerationContext {
    std::shared_ptr<const Tokenizer> tokenizer; // null: ids only
    TextSink onText; // may be empty; beam search calls it once, at the end
    std::stop_token stop; // asked between tokens: what exists by then is returned, finish Cancelled
    std::size_t firstStream = 0; // prompt i draws from random stream firstStream + i
};

// Throws Error(Usage) for settings that contradict each other or lie out of range.
void checkGeneration(const GenerationSettings& settings);

// One answer a prompt, in their order. All prompts run side by side; a finished one makes room. Throws
// Error(Usage) as checkGeneration and for stop texts without a tokenizer, Error(Input) for a prompt that is
// empty or holds unknown ids.
std::vector<Generation> generate(StepModel& model,
    std::span<const std::vector<std::int32_t>> prompts,
    const GenerationSettings& settings,
    const GenerationContext& context);

// generate() over any number of prompts, at most `rowsAtOnce` rows (prompts times beams) side by side.
// Prompts that have not begun when it is stopped get empty answers, finish Cancelled.
std::vector<Generation> generateInBatches(StepModel& model,
    std::span<const std::vector<std::int32_t>> prompts,
    const GenerationSettings& settings,
    const GenerationContext& context,
    std::size_t rowsAtOnce,
    const ProgressFunction& onProgress = {});

} // namespace temper

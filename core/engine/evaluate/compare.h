// SPDX-License-Identifier: Apache-2.0
// The same prompts answered by a model before and after tuning, each answer's tokens judged by both.
#pragma once

#include "core/common/base/json.h"
#include "core/common/base/progress.h"
#include "core/engine/evaluate/perplexity.h"
#include "core/engine/generate/generator.h"

#include <functional>
#include <memory>
#include <vector>

namespace temper {

// A loaded model as far as a comparison needs it. `owner` keeps alive what the others refer to.
struct AnsweringModel {
    std::shared_ptr<void> owner;
    std::unique_ptr<StepModel> steps;
    NllFunction nll;
    std::vector<std::int32_t> endIds; // the model's own end-of-sequence ids
};

using ModelOpener = std::function<AnsweringModel()>;

enum class StopAtModelEnd { Yes, No };

struct Comparison {
    ModelOpener openBase;
    ModelOpener openTuned;
    std::vector<std::vector<std::int32_t>> prompts;
    GenerationSettings settings; // the same, with the same random streams, for both
    StopAtModelEnd stopAtModelEnd = StopAtModelEnd::Yes; // adds AnsweringModel::endIds to the stop ids
    std::shared_ptr<const Tokenizer> tokenizer; // null: no texts
    std::size_t rowsAtOnce = 8; // prompts that are answered side by side
    ProgressFunction onProgress;
    std::stop_token stop;
};

struct ComparedAnswer {
    Generation generation;
    // Natural log-probability of each of its ids after the prompt and the ids before it.
    std::vector<float> underBase;
    std::vector<float> underTuned;
};

struct AnswerPair {
    ComparedAnswer base;
    ComparedAnswer tuned;
};

// One pair a prompt, in their order. Only one model is held at a time: base, tuned, and base once more to
// judge the tuned answers. Throws Error(Cancelled) on stop, and as generate().
std::vector<AnswerPair> compareAnswers(const Comparison& comparison);

// {"text", "ids", "finish_reason", "log_probabilities": {"base", "tuned"}}; text is null without a tokenizer.
OrderedJson toJson(const ComparedAnswer& answer, bool hasText);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// What is asked of a loaded model: answers and likelihoods. The command line and a session go
// this way.
#pragma once

#include "core/engine/evaluate/compare.h"
#include "core/engine/evaluate/perplexity.h"
#include "core/engine/session/model_shelf.h"
#include "core/engine/session/token_stream.h"

namespace temper {

struct AnswerRequest {
    std::vector<std::vector<std::int32_t>> prompts;
    GenerationSettings settings;
    StopAtModelEnd stopAtModelEnd = StopAtModelEnd::Yes; // adds the model's own end-of-sequence ids
    GenerationContext context;
    std::size_t rowsAtOnce = 8;
    ProgressFunction onProgress;
    // With one prompt and without beams, each token as it is chosen; may be empty.
    std::function<void(const StreamedToken&)> onToken;
    std::size_t alternatives = 0; // told beside each token
};

struct AnswerSet {
    std::vector<Generation> generations;
    double decodingSeconds = 0; // without loading and without reading the prompts

    // Of decoding alone: the first token of an answer comes of reading its prompt. 0 where there is no second
    // one.
    double tokensPerSecond() const;
};

// Throws as generateInBatches().
AnswerSet answerPrompts(LanguageModel& model, const AnswerRequest& request);
// The same through another window on the model.
AnswerSet answerPrompts(StepModel& steps, const LanguageModel& model, const AnswerRequest& request);

// Throws as likelihoodOf(). data.tokenizer, chatTemplate and window (0: the model's context) are filled in.
LikelihoodSum perplexityOf(OpenModel& open, LikelihoodData data);

} // namespace temper

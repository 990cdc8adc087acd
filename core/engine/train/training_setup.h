// SPDX-License-Identifier: Apache-2.0
// Everything a run needs before its first step: model, what is trained, rows, samples and their plan.
#pragma once

#include "core/common/base/progress.h"
#include "core/common/data/sample_set.h"
#include "core/common/recipe/recipe_reader.h"
#include "core/common/recipe/recipe_samples.h"
#include "core/engine/train/batch_plan.h"
#include "core/engine/train/revision.h"
#include "core/engine/train/trainable.h"

#include <memory>
#include <optional>
#include <string>

namespace temper {

// Tokenizer and chat template as far as the rows and probes of a run need them, and what ids the model knows.
struct TextTools {
    std::shared_ptr<const Tokenizer> tokenizer; // null: every row came tokenised
    std::shared_ptr<const ChatTemplate> chatTemplate; // null: the model has none and the recipe names none
    std::int64_t vocabularySize = 0; // 0: not known
};

// The recipe's template (a name or a .jinja file), else the model's own.
TextTools loadTextTools(const Recipe& recipe);

struct TrainingSamples {
    PackedSamples train;
    PackedSamples evaluation;
};

// Throws Error(Input) when no token of the training rows is supervised.
TrainingSamples makeTrainingSamples(const Revision& revision,
    const TextTools& tools,
    const Recipe& recipe,
    const ProgressFunction& progress,
    const std::stop_token& stop);

bool needsTokenizer(const Revision& revision, const Recipe& recipe);

// Tokens of every sample, in their order.
std::vector<std::uint64_t> lengthsOf(const PackedSamples& set);

// Throws Error(Environment) before anything is loaded when the weights alone do not fit the machine.
std::unique_ptr<LanguageModel> loadForTraining(const Recipe& recipe);

} // namespace temper

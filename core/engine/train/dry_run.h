// SPDX-License-Identifier: Apache-2.0
// Everything about a run that can be known without training: rows, tokens, steps, memory, and one sample as it will be seen.
#pragma once

#include "core/engine/train/memory_estimate.h"
#include "core/engine/train/training_setup.h"

namespace temper {

// The rows of a recipe as they will be trained on.
struct RecipeRows {
    Revision revision; // training rows first
    TextTools tools;
    TrainingSamples samples;
};

// Reads and tokenises them. `projectData` is the project's data folder, where sets are named (may be empty). Throws as
// trainRun() would before its first step, Error(Cancelled) on stop.
RecipeRows readRecipeRows(const Recipe& recipe, const std::filesystem::path& projectData,
    const ProgressFunction& progress, const std::stop_token& stop);

struct DryRun {
    MemoryEstimate memory;
    std::int64_t diskBytes = 0; // that the run will write
    SampleStatistics train;
    SampleStatistics evaluation;
    std::vector<RowProblem> problems; // the first ones
    std::uint64_t problemCount = 0;
    std::int64_t steps = 0;
    std::int64_t stepsPerEpoch = 0;
    std::int64_t trainable = 0; // numbers
    Sample sample; // the first row, WithText
    std::vector<std::string> pieces; // the text of each of its tokens; empty for tokenised rows without a tokenizer

    OrderedJson json() const;
    std::string text() const;
};

// Reads the rows and the tokenizer, not the weights. Throws as trainRun() would before its first step.
DryRun dryRun(const Recipe& recipe, const std::filesystem::path& projectData);
// The same for rows that were read before with the same model, data and template.
DryRun dryRun(const Recipe& recipe, const RecipeRows& rows);

// A sample of the row for a person: rendered text, offsets and mask, and `pieces`, the text of each of its tokens. Raw
// text gives its first piece; nothing where no token is left.
std::optional<Sample> shownSample(const DataRow& row, const TextTools& tools, const Recipe& recipe);
std::vector<std::string> tokenTexts(const Sample& sample, const Tokenizer* tokenizer);

// Tokens of the largest pass of a plan.
std::int64_t largestPass(const BatchPlan& plan, const std::vector<std::uint64_t>& lengths);

} // namespace temper

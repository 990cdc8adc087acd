// SPDX-License-Identifier: Apache-2.0
// What a run will need of the machine's memory, from the recipe and the model's numbers, before anything is loaded.
#pragma once

#include "core/common/base/json.h"
#include "core/common/recipe/recipe.h"
#include "core/engine/model/decoder_options.h"

#include <cstdint>
#include <string>
#include <vector>

namespace temper {

class ModelFiles;

// Bytes.
struct MemoryEstimate {
    std::int64_t weights = 0;
    std::int64_t adapters = 0;
    std::int64_t gradients = 0;
    std::int64_t optimizer = 0;
    std::int64_t activations = 0; // of the largest pass
    std::int64_t logits = 0; // one chunk of scores and what is formed beside it
    std::int64_t program = 0; // libraries, tokenizer, rows

    std::int64_t total() const;
    OrderedJson json() const;
    std::string text() const; // a table for a person
};

// tokensPerPass: tokens of the largest pass that the plan will make.
MemoryEstimate estimateMemory(
    const Recipe& recipe, const DecoderOptions& options, const ModelFiles& files, std::int64_t tokensPerPass);

// The largest pass when nothing is known of the rows: every row as long as cutoff_len.
std::int64_t largestPass(const Recipe& recipe);

// Throws Error(Environment) naming need and supply when the machine cannot hold it.
void requireMemory(const MemoryEstimate& estimate, std::int64_t available);

std::string bytesText(std::int64_t bytes); // "1.2 GB"

} // namespace temper

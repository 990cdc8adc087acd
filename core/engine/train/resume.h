// SPDX-License-Identifier: Apache-2.0
// Where a run that was begun before goes on: whether it is still the same run, and which of its checkpoints
// can be read.
#pragma once

#include "core/common/recipe/recipe.h"
#include "core/engine/train/checkpoint.h"

#include <functional>
#include <optional>
#include <string>

namespace temper {

// Throws Error(Input) when the run began with another recipe (naming the values), model, number of threads or
// type of products than it would go on with.
void requireSameRun(const RunFolder& run, const Recipe& recipe, std::int64_t threads);

std::string computeTypeName(const Recipe& recipe); // of the products on this machine: "float32" or "bfloat16"

// Fills parameters and optimizer from the newest checkpoint that can be read and answers its state; nothing
// where there is no whole checkpoint. `warn` gets a sentence for each that is damaged and passed over. Throws
// as requireSameCircumstances(), and Error(Input) when the last one that is left cannot be read either.
std::optional<TrainerState> restoreNewest(const RunFolder& run,
    const TrainerState& now,
    const Trainable& trainable,
    Optimizer& optimizer,
    const std::function<void(const std::string&)>& warn);

} // namespace temper

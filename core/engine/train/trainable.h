// SPDX-License-Identifier: Apache-2.0
// What of a model a recipe trains: an adapter on it, all of it, or some layers.
#pragma once

#include "core/common/recipe/recipe.h"
#include "core/engine/adapter/adapter.h"
#include "core/engine/model/language_model.h"

#include <memory>
#include <vector>

namespace temper {

struct Trainable {
    std::vector<NamedParameter> parameters; // float32, require gradients
    std::unique_ptr<Adapter> adapter; // null for full and freeze

    std::int64_t count() const; // numbers that training changes
};

// Prepares the model: earlier adapters are merged, the last one (or a new one) is trained; parameters that are trained
// become the model's own memory in float32. Throws Error(Input) for targets and modules that do not exist.
Trainable chooseTrainable(LanguageModel& model, const Recipe& recipe);

} // namespace temper

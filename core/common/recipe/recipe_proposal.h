// SPDX-License-Identifier: Apache-2.0
// A first recipe for a model and a set of rows, each setting with the reason for it.
#pragma once

#include "core/common/recipe/data_shape.h"
#include "core/common/recipe/model_shape.h"
#include "core/common/recipe/recipe.h"

#include <cstdint>
#include <string>
#include <vector>

namespace temper {

struct ProposedSetting {
    std::string key; // of the recipe's key table
    std::string value; // as the recipe writes it
    std::string english; // one sentence: why
    std::string chinese;
};

struct RecipeProposal {
    Recipe recipe; // LoRA on all matrices; model and data are left empty
    std::vector<ProposedSetting> settings; // in the order a person reads them
    std::uint64_t trainRows = 0; // after those held out
    std::uint64_t steps = 0; // of the whole run
};

// A model that is not known yet (0 parameters) gets a learning rate in between.
RecipeProposal proposeRecipe(const DataShape& data, const ModelShape& model);

} // namespace temper

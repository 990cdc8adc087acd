// SPDX-License-Identifier: Apache-2.0
// In which keys recipes differ.
#pragma once

#include "core/common/recipe/recipe_keys.h"

#include <span>
#include <string>
#include <vector>

namespace temper {

struct DifferingKey {
    const RecipeKey* key = nullptr;
    std::vector<std::string> values; // one a recipe, as keyValueText has them
};

// The keys that have not the same value in all, in the order of the key table. A run's name and folder are no
// difference.
std::vector<DifferingKey> recipeDifferences(std::span<const Recipe> recipes);

} // namespace temper

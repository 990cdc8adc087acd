// SPDX-License-Identifier: Apache-2.0
// In what two recipes differ, as far as it changes the numbers of a run.
#pragma once

#include "core/common/recipe/recipe.h"

#include <string>
#include <vector>

namespace temper {

// "seed was 7 and is 8" for each, in the order of the keys. Empty where recipeHash is the same.
std::vector<std::string> recipeChanges(const Recipe& before, const Recipe& now);

} // namespace temper

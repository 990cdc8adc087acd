// SPDX-License-Identifier: Apache-2.0
// What single values cannot say: whether the keys of a recipe go together.
#pragma once

#include "core/common/recipe/recipe_reader.h"

#include <string>
#include <vector>

namespace temper {

struct RecipeProblem {
    std::string key; // where the form shows it
    std::string sentence; // begins with the key's name
    std::string remedy;
};

// All problems that keep the recipe from being run, in the order of the keys. Files are looked at only for
// being there.
std::vector<RecipeProblem> recipeProblems(const Recipe& recipe);

struct RecipeHint {
    std::string key;
    std::string sentence; // "eval_steps has no effect without val_size or eval_dataset."
};

// Of the keys that were given (those in `places`), the ones without effect beside the recipe's stage, method
// or other keys.
std::vector<RecipeHint> hintsByKey(const ReadRecipe& read);

// The same, each sentence with its place before it.
std::vector<std::string> recipeHints(const ReadRecipe& read);

// Throws Error(Input) for the first of recipeProblems, its subject being the place of the key.
void checkRecipe(const ReadRecipe& read);

} // namespace temper

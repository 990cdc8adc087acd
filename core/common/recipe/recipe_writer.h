// SPDX-License-Identifier: Apache-2.0
// A recipe as a YAML file that explains itself and reads back as the same recipe.
#pragma once

#include "core/common/recipe/recipe_keys.h"

#include <filesystem>
#include <string>

namespace temper {

enum class Language { English, Chinese };

enum class WrittenKeys {
    Changed, // the keys that differ from their defaults, and those of the simple view
    All,
};

struct RecipeTextOptions {
    Language language = Language::English; // of the comments
    WrittenKeys keys = WrittenKeys::Changed;
    std::filesystem::path folder
        = {}; // where the file will lie; with root: paths below root are written relative to it
    std::filesystem::path root = {}; // the project's folder; empty: paths are written as they are
};

// YAML in the order of the key table, a heading per group and each key's sentence and unit as a comment above
// it.
std::string recipeText(const Recipe& recipe, const RecipeTextOptions& options = {});

// The key's sentence in that language.
std::string_view keyExplanation(const RecipeKey& key, Language language);

// All keys with type, default, range and sentence, for the command line.
std::string recipeHelpText(Language language = Language::English);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// From a YAML file and --set key=value to a recipe, with the place of every value for the sentences about it.
#pragma once

#include "core/common/recipe/recipe.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

struct ReadRecipe {
    Recipe recipe;
    std::string subject; // the recipe's file
    std::map<std::string, std::string>
        places; // key -> "recipe.yaml:3" or "--set" for every key that was given
    std::vector<std::string>
        warnings; // one sentence each, for keys that are accepted and have no effect here
};

// Reads a recipe file, then applies `settings` ("key=value" each, a value being what may stand behind "key: "
// in YAML). Relative paths are those of the file's folder where they exist there, else of the current folder.
// Throws Error: Environment where the file cannot be read; Input (subject "file:line") for text that is no
// YAML, a key that is unknown, given twice or not available in this version, a value of the wrong type or out
// of range; Usage for the same in `settings`. The first problem in the order of the file is told.
ReadRecipe readRecipeFile(const std::filesystem::path& file, const std::vector<std::string>& settings = {});

// The same for text; `subject` names it in errors, relative paths are looked for in `folder` first.
ReadRecipe readRecipeText(std::string_view yaml,
    const std::string& subject,
    const std::filesystem::path& folder,
    const std::vector<std::string>& settings = {});

} // namespace temper

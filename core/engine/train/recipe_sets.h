// SPDX-License-Identifier: Apache-2.0
// Where the data sets that a recipe names lie.
#pragma once

#include "core/common/data/reading.h"
#include "core/common/recipe/recipe.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace temper {

struct RecipeSet {
    std::filesystem::path file;
    ReadOptions reading;
    std::uint64_t limit = ~0ull; // only the first rows
    std::vector<std::string> notes; // what is passed over, one sentence each
};

// In this order: a file; a set of the project; a file below dataset_dir; a name in the dataset_info.json of
// dataset_dir (without that key: of ./data or the current folder). `projectData` is the project's data folder
// and may be empty. Throws Error(Input) for what is none of these.
RecipeSet
findRecipeSet(const std::string& name, const Recipe& recipe, const std::filesystem::path& projectData);

} // namespace temper

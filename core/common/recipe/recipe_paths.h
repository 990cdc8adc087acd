// SPDX-License-Identifier: Apache-2.0
// Where the relative paths of a recipe lie.
#pragma once

#include "core/common/recipe/recipe.h"

#include <filesystem>
#include <string_view>

namespace temper {

// Makes the paths of the recipe that name something existing absolute: first below dataset_dir (data only),
// then below `folder`, then below the current folder. What exists nowhere stays as it was written (a name of
// the project, or a mistake that the check tells). output_dir belongs to the current folder. "~/" is the
// user's own folder.
void resolveRecipePaths(Recipe& recipe, const std::filesystem::path& folder);

// Whether a data set entry is meant as a file: it has a folder or the extension of a data format.
bool looksLikeDataFile(std::string_view entry);

} // namespace temper

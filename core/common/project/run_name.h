// SPDX-License-Identifier: Apache-2.0
// What a run is called: by its data and its method, numbered, fit for a folder on every system.
#pragma once

#include "core/common/project/run_folder.h"
#include "core/common/recipe/recipe.h"

#include <filesystem>
#include <string>

namespace temper {

// run_name where the recipe has one, else data set and method: "identity-lora".
std::string runTitle(const Recipe& recipe);

// The title as a folder's name: blanks and characters that some systems refuse become "-", at most 60 bytes
// of UTF-8.
std::string folderName(const std::string& title);

// Makes the first free folder of name, name-2, name-3, … below `runs`; two programs never get the same one.
RunFolder makeRunFolder(const std::filesystem::path& runs, const Recipe& recipe);

} // namespace temper

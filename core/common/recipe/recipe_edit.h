// SPDX-License-Identifier: Apache-2.0
// Changes to a recipe somebody wrote: the lines that say the same stay as they are, comments and all.
#pragma once

#include "core/common/recipe/yaml_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

// The recipe's text with exactly the entries of `wanted` (whose lines are not looked at). An entry that is
// there already with the same value keeps its lines; a changed one is rewritten in its place with the comment
// behind it; what is no longer wanted goes; what is new stands at the end under its sentence. Nothing where
// the text is not laid out as one entry a line, so that it cannot be changed line by line.
std::optional<std::string> editedRecipeText(std::string_view yaml, const std::vector<YamlEntry>& wanted);

// One entry as YAML with its line feed: "learning_rate: [1e-4, 2e-4]\n". Lists of paths and texts stand one
// item a line.
std::string recipeEntryText(const YamlEntry& entry);

} // namespace temper

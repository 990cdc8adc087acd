// SPDX-License-Identifier: Apache-2.0
// One value of a recipe on its way from text to a typed field and back.
#pragma once

#include "core/common/recipe/recipe_keys.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace temper {

// What a YAML node said, before its key gives it a type. All text is UTF-8.
struct RawValue {
    enum class Kind { Null, Scalar, List, Mapping };
    Kind kind = Kind::Null;
    std::string text; // of a scalar
    std::vector<std::string> items; // of a list
    std::vector<std::pair<std::string, std::string>> entries; // of a mapping
};

// Writes the value into the field of the key; null restores the default. Returns an empty text, or why the
// value cannot be used, beginning with the key: "learning_rate: 3 is above 1; did you mean 3e-4?".
std::string setKeyValue(const RecipeKey& key, const RawValue& value, Recipe& recipe);

// A number as people write them in YAML: 1e-4, .5, 1_000, +3; nothing where it is none (nan and inf are
// none).
std::optional<double> parseNumber(std::string_view text);

// Shortest decimal form that reads back as the same value: 5e-5, 0.1, 100.
std::string numberText(double value);

std::optional<bool> parseSwitch(std::string_view text);

// "a, b" -> {"a", "b"}: blanks trimmed, empty entries left out.
std::vector<std::string> splitAtCommas(std::string_view text);

std::filesystem::path pathFromUtf8(std::string_view text);
std::string utf8FromPath(const std::filesystem::path& path);

// Of candidates, the one the least edits away from `word`; empty where none is near enough to be meant.
std::string_view nearestWord(std::string_view word, const std::vector<std::string_view>& candidates);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// The YAML a recipe may use: one mapping of names to scalars, flat lists and flat mappings, with line
// numbers.
#pragma once

#include "core/common/recipe/recipe_value.h"

#include <string>
#include <string_view>
#include <vector>

namespace temper {

struct YamlEntry {
    std::string key;
    RawValue value;
    int line = 0; // from 1
};

// The entries of the mapping in order; none for an empty text. Throws Error(Input) with subject
// "subject:line" for text that is no YAML, is no mapping, holds several documents or nests deeper than a
// recipe does.
std::vector<YamlEntry> readYamlMapping(std::string_view yaml, const std::string& subject);

// One value as typed behind "key=": text beginning with [, {, " or ' is YAML, everything else is plain text.
RawValue readYamlValue(std::string_view text, const std::string& subject);

// The text as a YAML scalar on one line, in double quotes where it needs them.
std::string yamlScalar(std::string_view text);

} // namespace temper

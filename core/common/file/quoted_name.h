// SPDX-License-Identifier: Apache-2.0
// Names out of foreign files as they may stand in a sentence or a table.
#pragma once

#include <string>
#include <string_view>

namespace temper {

// In quotation marks, shortened to 80 bytes, control characters replaced.
std::string quotedName(std::string_view name);

// Whole and bare, control characters replaced: what a terminal may show.
std::string printableName(std::string_view name);

} // namespace temper

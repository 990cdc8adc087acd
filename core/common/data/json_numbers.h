// SPDX-License-Identifier: Apache-2.0
// Numbers of JSON text that no machine number holds exactly, kept as texts of their digits.
#pragma once

#include <string>
#include <string_view>

namespace temper {

// Whether there may be a number of 17 characters or more, somewhere; looks at a fraction of the bytes.
bool hasLongNumber(std::string_view json);

// The JSON with quotes around every number that would not be written back as it stands, followed by
// kRecordPadding blanks that are not part of it; empty when there is none.
std::string withExactNumbers(std::string_view json);

} // namespace temper

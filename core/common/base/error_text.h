// SPDX-License-Identifier: Apache-2.0
// Errors as a person may read them: whatever a library threw as an Error, and any message as one line.
#pragma once

#include "core/common/base/error.h"

#include <string_view>

namespace temper {

// A message as one line of bearable length: control characters become "?", and words beyond 300 bytes (paths,
// quoted text) lose their middle.
std::string onOneLine(std::string_view text);

// What a library threw, as one sentence: lack of memory is Environment with a remedy, everything else
// Internal with the first line of the library's own text. An Error comes back as it is.
Error errorFrom(const std::exception_ptr& thrown);

} // namespace temper

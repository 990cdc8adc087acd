// SPDX-License-Identifier: Apache-2.0
// Python's small iterable objects: range and the views of a dict.
#pragma once

#include "core/common/text/jinja_value.h"

#include <cstdint>

namespace temper::jinja {

// Throws Failure for a step of zero and, as the sandbox does, for more than 100,000 items.
Value rangeValue(std::int64_t start, std::int64_t stop, std::int64_t step);
enum class DictPart { Keys, Values, Items };
Value dictView(const Value& dict, DictPart part);

} // namespace temper::jinja

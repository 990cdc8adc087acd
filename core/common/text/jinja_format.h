// SPDX-License-Identifier: Apache-2.0
// Python's two ways to put values into text: "%s of %d" % (…) and "{:>8}".format(…).
#pragma once

#include "core/common/text/jinja_builtin.h"

#include <string>

namespace temper::jinja {

// `values` is a tuple, a dict (for "%(name)s") or a single value. Throws Failure as Python's
// TypeError/ValueError.
Value formatPercent(Runtime& runtime, const Value& format, const Value& values);
// str.format with its replacement fields, conversions and format specifications.
std::string formatBraces(Runtime& runtime, const std::string& format, const Arguments& arguments);
// format(value, specification).
std::string formatValue(Runtime& runtime, const Value& value, const std::string& specification);

} // namespace temper::jinja

// SPDX-License-Identifier: Apache-2.0
// Values as text: Python's str and repr, and the JSON that tojson writes.
#pragma once

#include "core/common/text/jinja_value.h"

#include <optional>
#include <string>

namespace temper::jinja {

std::string printed(const Value& value); // str(value)
std::string represented(const Value& value); // repr(value)

struct JsonStyle {
    bool ascii = false; // ensure_ascii
    bool sortKeys = false;
    std::optional<std::string> indent; // one level of it; none: everything on one line
    std::string itemSeparator = ", ";
    std::string keySeparator = ": ";
};

// As Python's json.dumps. Throws Failure for what has no JSON form.
std::string toJson(const Value& value, const JsonStyle& style);
// As pprint.pformat: what fits into 80 columns on one line, keys sorted.
std::string prettyPrinted(const Value& value);

} // namespace temper::jinja

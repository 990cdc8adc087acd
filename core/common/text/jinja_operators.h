// SPDX-License-Identifier: Apache-2.0
// Operators, comparison, indexing and attributes with Python's meaning, inside the sandbox chat templates run
// in.
#pragma once

#include "core/common/text/jinja_builtin.h"
#include "core/common/text/jinja_syntax.h"

#include <string>

namespace temper::jinja {

Value applyOperator(Runtime& runtime, Operator operation, const Value& left, const Value& right);
bool compareValues(Operator operation, const Value& left, const Value& right);
bool lessThan(const Value& left, const Value& right); // throws Failure for what has no order
bool contains(const Value& container, const Value& item);
Value negated(const Value& value);
Value unchanged(const Value& value); // unary plus

// obj.name: attribute first, then item; what is not there is undefined, what would change the object is
// refused.
Value attributeOf(const Value& object, const std::string& name);
std::optional<Value> plainAttribute(const Value& object, const std::string& name); // never an item
// obj[index]: item first, then attribute.
Value itemOf(const Value& object, const Value& index);
Value sliceOf(Runtime& runtime,
    const Value& object,
    const Value& start,
    const Value& stop,
    const Value& step);
[[noreturn]] void failUndefined(const Value& value);

} // namespace temper::jinja

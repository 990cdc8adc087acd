// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_operators.h"

#include "core/common/text/jinja_format.h"
#include "core/common/text/jinja_number.h"
#include "core/common/text/jinja_print.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>
#include <cmath>

namespace temper::jinja {

namespace {

const char* operatorSign(Operator operation)
{
    switch (operation) {
    case Operator::Add:
        return "+";
    case Operator::Subtract:
        return "-";
    case Operator::Multiply:
        return "*";
    case Operator::Divide:
        return "/";
    case Operator::FloorDivide:
        return "//";
    case Operator::Modulo:
        return "%";
    case Operator::Power:
        return "** or pow()";
    case Operator::Equal:
        return "==";
    case Operator::NotEqual:
        return "!=";
    case Operator::Less:
        return "<";
    case Operator::LessEqual:
        return "<=";
    case Operator::Greater:
        return ">";
    case Operator::GreaterEqual:
        return ">=";
    case Operator::In:
        return "in";
    case Operator::NotIn:
        return "not in";
    }
    return "";
}

[[noreturn]] void failOperands(Operator operation, const Value& left, const Value& right)
{
    throw Failure(std::string("unsupported operand type(s) for ") + operatorSign(operation) + ": '"
        + typeName(left) + "' and '" + typeName(right) + "'");
}

Value addTexts(Runtime& runtime, const Value& left, const Value& right)
{
    runtime.charge(left.text().size() + right.text().size());
    if (!left.isSafe() && !right.isSafe())
        return left.text() + right.text();
    const auto part
        = [](const Value& value) { return value.isSafe() ? value.text() : escapeHtml(value.text()); };
    return Value::safe(part(left) + part(right));
}

Value joinSequences(Runtime& runtime, const Value& left, const Value& right)
{
    runtime.charge((left.items().size() + right.items().size()) * sizeof(Value));
    std::vector<Value> items = left.items();
    items.insert(items.end(), right.items().begin(), right.items().end());
    return left.is(Kind::List) ? Value::list(std::move(items)) : Value::tuple(std::move(items));
}

Value add(Runtime& runtime, const Value& left, const Value& right)
{
    if (left.is(Kind::Text) && right.is(Kind::Text))
        return addTexts(runtime, left, right);
    if (left.isSequence() && left.kind() == right.kind())
        return joinSequences(runtime, left, right);
    if (left.is(Kind::Text) || left.isSequence()) {
        const std::string type = typeName(left);
        throw Failure("can only concatenate " + type + " (not \"" + typeName(right) + "\") to " + type);
    }
    failOperands(Operator::Add, left, right);
}

Value repeat(Runtime& runtime, const Value& value, std::int64_t times)
{
    const auto count = static_cast<std::size_t>(std::clamp<std::int64_t>(times, 0, std::int64_t { 1 } << 40));
    if (value.is(Kind::Text)) {
        const std::string& text = value.text();
        runtime.charge(text.empty()                               ? 0
                : count > (std::size_t { 1 } << 60) / text.size() ? SIZE_MAX / 2
                                                                  : text.size() * count);
        std::string out;
        out.reserve(text.size() * count);
        for (std::size_t i = 0; i < count && !text.empty(); ++i)
            out += text;
        return value.isSafe() ? Value::safe(std::move(out)) : Value(std::move(out));
    }
    const auto& items = value.items();
    runtime.charge(items.empty()                               ? 0
            : count > (std::size_t { 1 } << 55) / items.size() ? SIZE_MAX / 2
                                                               : items.size() * count * sizeof(Value));
    std::vector<Value> out;
    for (std::size_t i = 0; i < count && !items.empty(); ++i)
        out.insert(out.end(), items.begin(), items.end());
    return value.is(Kind::List) ? Value::list(std::move(out)) : Value::tuple(std::move(out));
}

bool repeats(const Value& value)
{
    return value.is(Kind::Text) || value.isSequence();
}

// As CPython computes it: from the exact remainder, so that the result is the true floor.
double floorQuotient(double a, double b)
{
    const double quotient = (a - floorModulo(a, b)) / b;
    if (quotient == 0.0)
        return std::copysign(0.0, a / b);
    const double whole = std::floor(quotient);
    return quotient - whole > 0.5 ? whole + 1.0 : whole;
}

Value applyToNumbers(Operator operation, const Value& left, const Value& right)
{
    const bool integral = left.isIntegral() && right.isIntegral();
    if (operation == Operator::Power)
        return power(left, right);
    if (operation == Operator::Divide) {
        if (right.number() == 0.0)
            throw Failure(integral ? "division by zero" : "float division by zero");
        return left.number() / right.number();
    }
    if (integral) {
        const std::int64_t a = left.integer(), b = right.integer();
        return operation == Operator::Add     ? addIntegers(a, b)
            : operation == Operator::Subtract ? subtractIntegers(a, b)
            : operation == Operator::Multiply ? multiplyIntegers(a, b)
            : operation == Operator::Modulo   ? floorModulo(a, b)
                                              : floorDivide(a, b);
    }
    const double a = left.number(), b = right.number();
    if (operation == Operator::FloorDivide) {
        if (b == 0.0)
            throw Failure("float floor division by zero");
        return floorQuotient(a, b);
    }
    return operation == Operator::Add     ? a + b
        : operation == Operator::Subtract ? a - b
        : operation == Operator::Multiply ? a * b
                                          : floorModulo(a, b);
}

bool sequenceLess(const Value& left, const Value& right)
{
    const auto& a = left.items();
    const auto& b = right.items();
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        if (!equal(a[i], b[i]))
            return lessThan(a[i], b[i]);
    }
    return a.size() < b.size();
}

bool ordered(Operator operation, const Value& left, const Value& right)
{
    const bool greater = operation == Operator::Greater || operation == Operator::GreaterEqual;
    const bool orEqual = operation == Operator::LessEqual || operation == Operator::GreaterEqual;
    const Value& a = greater ? right : left;
    const Value& b = greater ? left : right;
    if (a.isNumber() && b.isNumber()) {
        if (a.isIntegral() && b.isIntegral())
            return orEqual ? a.integer() <= b.integer() : a.integer() < b.integer();
        return orEqual ? a.number() <= b.number() : a.number() < b.number();
    }
    if (a.is(Kind::Text) && b.is(Kind::Text)) // UTF-8 sorts as its code points do
        return orEqual ? a.text() <= b.text() : a.text() < b.text();
    if (a.isSequence() && a.kind() == b.kind())
        return sequenceLess(a, b) || (orEqual && equal(a, b));
    for (const Value* value : { &left, &right }) {
        if (value->is(Kind::Undefined))
            failUndefined(*value);
    }
    throw Failure(std::string("'") + operatorSign(operation) + "' not supported between instances of '"
        + typeName(left) + "' and '" + typeName(right) + "'");
}

} // namespace

void failUndefined(const Value& value)
{
    throw Failure(value.missing().empty() ? "the value is undefined" : value.missing());
}

Value applyOperator(Runtime& runtime, Operator operation, const Value& left, const Value& right)
{
    if (operation == Operator::Modulo && left.is(Kind::Text))
        return formatPercent(runtime, left, right);
    for (const Value* value : { &left, &right }) {
        if (value->is(Kind::Undefined) && !(operation == Operator::Add && left.isSequence()))
            failUndefined(*value);
    }
    if (left.isNumber() && right.isNumber())
        return applyToNumbers(operation, left, right);
    if (operation == Operator::Add)
        return add(runtime, left, right);
    if (operation == Operator::Multiply && repeats(left) && right.isIntegral())
        return repeat(runtime, left, right.integer());
    if (operation == Operator::Multiply && repeats(right) && left.isIntegral())
        return repeat(runtime, right, left.integer());
    failOperands(operation, left, right);
}

bool compareValues(Operator operation, const Value& left, const Value& right)
{
    switch (operation) {
    case Operator::Equal:
        return equal(left, right);
    case Operator::NotEqual:
        return !equal(left, right);
    case Operator::In:
        return contains(right, left);
    case Operator::NotIn:
        return !contains(right, left);
    case Operator::Less:
    case Operator::LessEqual:
    case Operator::Greater:
    case Operator::GreaterEqual:
        return ordered(operation, left, right);
    case Operator::Add:
    case Operator::Subtract:
    case Operator::Multiply:
    case Operator::Divide:
    case Operator::FloorDivide:
    case Operator::Modulo:
    case Operator::Power:
        break;
    }
    failOperands(operation, left, right);
}

bool lessThan(const Value& left, const Value& right)
{
    return ordered(Operator::Less, left, right);
}

bool contains(const Value& container, const Value& item)
{
    if (container.is(Kind::Text)) {
        if (!item.is(Kind::Text))
            throw Failure("'in <string>' requires string as left operand, not " + typeName(item));
        return container.text().find(item.text()) != std::string::npos;
    }
    if (container.is(Kind::Dict))
        return container.dict().find(item) != nullptr;
    if (!isIterable(container))
        throw Failure("argument of type '" + typeName(container) + "' is not iterable");
    const auto iterator = iterate(container);
    while (const auto other = iterator->next()) {
        if (equal(*other, item))
            return true;
    }
    return false;
}

Value negated(const Value& value)
{
    if (value.isIntegral())
        return subtractIntegers(0, value.integer());
    if (value.is(Kind::Float))
        return -value.number();
    if (value.is(Kind::Undefined))
        failUndefined(value);
    throw Failure("bad operand type for unary -: '" + typeName(value) + "'");
}

Value unchanged(const Value& value)
{
    if (value.isIntegral())
        return value.integer();
    if (value.is(Kind::Float))
        return value;
    if (value.is(Kind::Undefined))
        failUndefined(value);
    throw Failure("bad operand type for unary +: '" + typeName(value) + "'");
}

} // namespace temper::jinja

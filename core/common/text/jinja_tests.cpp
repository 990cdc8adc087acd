// SPDX-License-Identifier: Apache-2.0
// What may stand after "is".
#include "core/common/text/jinja_builtin.h"
#include "core/common/text/jinja_number.h"
#include "core/common/text/jinja_operators.h"
#include "core/common/text/jinja_print.h"
#include "core/common/text/jinja_text.h"

#include <unicode/uchar.h>

namespace temper::jinja {

namespace {

Value modulo(Runtime& runtime, const Value& value, const Value& by)
{
    return applyOperator(runtime, Operator::Modulo, value, by);
}

template <Kind kind> Value isKind(Runtime&, Bound& a)
{
    return a[0].is(kind);
}
template <Operator operation> Value compares(Runtime&, Bound& a)
{
    return compareValues(operation, a[0], a[1]);
}

Value isDefined(Runtime&, Bound& a)
{
    return !a[0].is(Kind::Undefined);
}
Value isOdd(Runtime& r, Bound& a)
{
    return equal(modulo(r, a[0], 2), 1);
}
Value isEven(Runtime& r, Bound& a)
{
    return equal(modulo(r, a[0], 2), 0);
}
Value isDivisible(Runtime& r, Bound& a)
{
    return equal(modulo(r, a[0], a[1]), 0);
}
Value isTrue(Runtime&, Bound& a)
{
    return a[0].is(Kind::Boolean) && a[0].boolean();
}
Value isFalse(Runtime&, Bound& a)
{
    return a[0].is(Kind::Boolean) && !a[0].boolean();
}
Value isNumber(Runtime&, Bound& a)
{
    return a[0].isNumber();
}
Value isSame(Runtime&, Bound& a)
{
    return a[0].sameObject(a[1]);
}
Value isEscaped(Runtime&, Bound& a)
{
    return a[0].isSafe();
}
Value isIn(Runtime&, Bound& a)
{
    return contains(a[1], a[0]);
}
Value isIterableValue(Runtime&, Bound& a)
{
    return isIterable(a[0]);
}

Value isFilter(Runtime&, Bound& a)
{
    hashOf(a[0]); // Jinja looks it up in a dict, which refuses lists
    return a[0].is(Kind::Text) && findFilter(a[0].text()) != nullptr;
}

Value isTest(Runtime&, Bound& a)
{
    hashOf(a[0]);
    return a[0].is(Kind::Text) && findTest(a[0].text()) != nullptr;
}

Value isCallable(Runtime&, Bound& a)
{
    return a[0].is(Kind::Undefined) || (a[0].is(Kind::Object) && a[0].object().callable());
}

Value isSequence(Runtime&, Bound& a)
{
    if (a[0].is(Kind::Object))
        return a[0].object().indexable();
    return !a[0].is(Kind::None) && !a[0].isNumber();
}

// At least one cased character, and none of the other case: str.islower, str.isupper.
bool allOfCase(const std::string& text, UProperty wanted)
{
    bool any = false;
    for (const char32_t point : decodeText(text)) {
        const auto p = static_cast<UChar32>(point);
        const bool matches = u_hasBinaryProperty(p, wanted);
        const bool title = u_charType(p) == U_TITLECASE_LETTER;
        const bool other
            = u_hasBinaryProperty(p, wanted == UCHAR_LOWERCASE ? UCHAR_UPPERCASE : UCHAR_LOWERCASE);
        if (!matches && (other || title))
            return false;
        any = any || matches;
    }
    return any;
}

Value isLower(Runtime&, Bound& a)
{
    return allOfCase(printed(a[0]), UCHAR_LOWERCASE);
}
Value isUpper(Runtime&, Bound& a)
{
    return allOfCase(printed(a[0]), UCHAR_UPPERCASE);
}

constexpr Builtin kTests[] = {
    { "odd", "value", isOdd },
    { "even", "value", isEven },
    { "divisibleby", "value num", isDivisible },
    { "defined", "value", isDefined },
    { "undefined", "value", isKind<Kind::Undefined> },
    { "filter", "value", isFilter },
    { "test", "value", isTest },
    { "none", "value", isKind<Kind::None> },
    { "boolean", "value", isKind<Kind::Boolean> },
    { "false", "value", isFalse },
    { "true", "value", isTrue },
    { "integer", "value", isKind<Kind::Integer> },
    { "float", "value", isKind<Kind::Float> },
    { "lower", "value", isLower },
    { "upper", "value", isUpper },
    { "string", "value", isKind<Kind::Text> },
    { "mapping", "value", isKind<Kind::Dict> },
    { "number", "value", isNumber },
    { "sequence", "value", isSequence },
    { "iterable", "value", isIterableValue },
    { "callable", "value /", isCallable },
    { "sameas", "value other", isSame },
    { "escaped", "value", isEscaped },
    { "in", "value seq", isIn },
    { "==", "a b /", compares<Operator::Equal> },
    { "eq", "a b /", compares<Operator::Equal> },
    { "equalto", "a b /", compares<Operator::Equal> },
    { "!=", "a b /", compares<Operator::NotEqual> },
    { "ne", "a b /", compares<Operator::NotEqual> },
    { ">", "a b /", compares<Operator::Greater> },
    { "gt", "a b /", compares<Operator::Greater> },
    { "greaterthan", "a b /", compares<Operator::Greater> },
    { "ge", "a b /", compares<Operator::GreaterEqual> },
    { ">=", "a b /", compares<Operator::GreaterEqual> },
    { "<", "a b /", compares<Operator::Less> },
    { "lt", "a b /", compares<Operator::Less> },
    { "lessthan", "a b /", compares<Operator::Less> },
    { "<=", "a b /", compares<Operator::LessEqual> },
    { "le", "a b /", compares<Operator::LessEqual> },
};

} // namespace

const Builtin* findTest(std::string_view name)
{
    return findIn(kTests, name);
}

} // namespace temper::jinja

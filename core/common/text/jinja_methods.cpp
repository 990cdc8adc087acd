// SPDX-License-Identifier: Apache-2.0
// What text can be asked (isdigit …), and the methods of dicts, lists, tuples and numbers that change
// nothing.
#include "core/common/text/jinja_builtin.h"
#include "core/common/text/jinja_number.h"
#include "core/common/text/jinja_print.h"
#include "core/common/text/jinja_range.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>
#include <cmath>
#include <unicode/uchar.h>

namespace temper::jinja {

namespace {

template <typename Holds> bool allPoints(const std::string& text, Holds holds)
{
    const std::u32string points = decodeText(text);
    return !points.empty() && std::all_of(points.begin(), points.end(), [&](char32_t p) {
        return holds(static_cast<UChar32>(p));
    });
}

bool isDecimal(UChar32 p)
{
    return u_charType(p) == U_DECIMAL_DIGIT_NUMBER;
}

bool isDigit(UChar32 p)
{
    const auto type = u_getIntPropertyValue(p, UCHAR_NUMERIC_TYPE);
    return type == U_NT_DECIMAL || type == U_NT_DIGIT;
}

bool isNumeric(UChar32 p)
{
    return u_getIntPropertyValue(p, UCHAR_NUMERIC_TYPE) != U_NT_NONE;
}
bool isAlpha(UChar32 p)
{
    return (U_GET_GC_MASK(p) & U_GC_L_MASK) != 0;
}
bool isSpaceCharacter(UChar32 p)
{
    return isSpacePoint(static_cast<char32_t>(p));
}
bool isPrintable(UChar32 p)
{
    return isPrintablePoint(static_cast<char32_t>(p));
}
bool isAlphaOrNumber(UChar32 p)
{
    return isAlpha(p) || isNumeric(p);
}

template <bool (*holds)(UChar32)> Value asks(Runtime&, Bound& a)
{
    return allPoints(a.text(0), holds);
}

Value isAscii(Runtime&, Bound& a)
{
    return isAsciiText(a.text(0));
}
Value isPrintableText(Runtime&, Bound& a)
{
    return a.text(0).empty() || allPoints(a.text(0), isPrintable);
}

template <bool upper> Value hasCase(Runtime& runtime, Bound& a)
{
    Bound value({ "", "value", nullptr }, { { a[0] }, {} });
    return findTest(upper ? "upper" : "lower")->run(runtime, value);
}

Value isTitle(Runtime&, Bound& a)
{
    bool any = false, inWord = false;
    for (const char32_t point : decodeText(a.text(0))) {
        const auto p = static_cast<UChar32>(point);
        const bool capital = u_hasBinaryProperty(p, UCHAR_UPPERCASE) || u_charType(p) == U_TITLECASE_LETTER;
        const bool small = u_hasBinaryProperty(p, UCHAR_LOWERCASE);
        if ((capital && inWord) || (small && !inWord))
            return false;
        inWord = capital || small;
        any = any || inWord;
    }
    return any;
}

Value isIdentifier(Runtime&, Bound& a)
{
    const std::u32string points = decodeText(a.text(0));
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto p = static_cast<UChar32>(points[i]);
        const bool fits = i == 0 ? p == '_' || u_hasBinaryProperty(p, UCHAR_XID_START)
                                 : u_hasBinaryProperty(p, UCHAR_XID_CONTINUE) != 0;
        if (!fits)
            return false;
    }
    return !points.empty();
}

constexpr Builtin kQuestions[] = {
    { "isalnum", "self /", asks<isAlphaOrNumber> },
    { "isalpha", "self /", asks<isAlpha> },
    { "isascii", "self /", isAscii },
    { "isdecimal", "self /", asks<isDecimal> },
    { "isdigit", "self /", asks<isDigit> },
    { "isidentifier", "self /", isIdentifier },
    { "islower", "self /", hasCase<false> },
    { "isnumeric", "self /", asks<isNumeric> },
    { "isprintable", "self /", isPrintableText },
    { "isspace", "self /", asks<isSpaceCharacter> },
    { "istitle", "self /", isTitle },
    { "isupper", "self /", hasCase<true> },
};

template <DictPart part> Value view(Runtime&, Bound& a)
{
    return dictView(a[0], part);
}

Value get(Runtime&, Bound& a)
{
    const Value* found = a[0].dict().find(a[1]);
    return found ? *found : a.has(2) ? a[2] : Value(nullptr);
}

Value copy(Runtime&, Bound& a)
{
    return a[0];
}

Value fromKeys(Runtime& runtime, Bound& a)
{
    Dict dict;
    for (const Value& key : collect(a[1])) {
        runtime.charge(sizeof(Value));
        dict.set(key, a.has(2) ? a[2] : Value(nullptr));
    }
    return Value::dict(std::move(dict));
}

constexpr Builtin kDictMethods[] = {
    { "copy", "self /", copy },
    { "fromkeys", "self keys value? /", fromKeys },
    { "get", "self key default? /", get },
    { "items", "self /", view<DictPart::Items> },
    { "keys", "self /", view<DictPart::Keys> },
    { "values", "self /", view<DictPart::Values> },
};

Value countItems(Runtime&, Bound& a)
{
    const auto& items = a[0].items();
    return static_cast<std::int64_t>(
        std::count_if(items.begin(), items.end(), [&](const Value& v) { return equal(v, a[1]); }));
}

Value indexOfItem(Runtime&, Bound& a)
{
    const auto& items = a[0].items();
    const auto size = static_cast<std::int64_t>(items.size());
    const auto place = [&](std::size_t index, std::int64_t other) {
        const std::int64_t at = a.integer(index, other);
        return std::clamp<std::int64_t>(at < 0 ? at + size : at, 0, size);
    };
    const std::int64_t end = place(3, size);
    for (std::int64_t i = place(2, 0); i < end; ++i) {
        if (equal(items[static_cast<std::size_t>(i)], a[1]))
            return i;
    }
    throw Failure(
        a[0].is(Kind::List) ? represented(a[1]) + " is not in list" : "tuple.index(x): x not in tuple");
}

constexpr Builtin kListMethods[] = {
    { "copy", "self /", copy },
    { "count", "self value /", countItems },
    { "index", "self value start? stop? /", indexOfItem },
};

constexpr Builtin kTupleMethods[] = {
    { "count", "self value /", countItems },
    { "index", "self value start? stop? /", indexOfItem },
};

Value conjugate(Runtime&, Bound& a)
{
    return a[0].isIntegral() ? Value(a[0].integer()) : a[0];
}

std::uint64_t magnitude(const Value& value)
{
    const auto bits = static_cast<std::uint64_t>(value.integer());
    return value.integer() < 0 ? 0 - bits : bits;
}

Value bitLength(Runtime&, Bound& a)
{
    return static_cast<std::int64_t>(64 - __builtin_clzll(magnitude(a[0]) | 1) - (magnitude(a[0]) == 0));
}
Value bitCount(Runtime&, Bound& a)
{
    return static_cast<std::int64_t>(__builtin_popcountll(magnitude(a[0])));
}
Value isWhole(Runtime&, Bound& a)
{
    return std::isfinite(a[0].number()) && std::floor(a[0].number()) == a[0].number();
}
Value integerRatio(Runtime&, Bound& a)
{
    return Value::tuple({ a[0].integer(), 1 });
}
Value refuse(Runtime&, Bound&)
{
    throw Failure("this method of numbers is not supported in chat templates");
}

constexpr Builtin kIntegerMethods[] = {
    { "as_integer_ratio", "self /", integerRatio },
    { "bit_count", "self /", bitCount },
    { "bit_length", "self /", bitLength },
    { "conjugate", "self /", conjugate },
    { "from_bytes", "self *", refuse },
    { "to_bytes", "self *", refuse },
};

constexpr Builtin kFloatMethods[] = {
    { "as_integer_ratio", "self /", refuse },
    { "conjugate", "self /", conjugate },
    { "hex", "self /", refuse },
    { "is_integer", "self /", isWhole },
};

} // namespace

std::span<const Builtin> textQuestions()
{
    return kQuestions;
}

const Builtin* findMethod(const Value& object, std::string_view name)
{
    switch (object.kind()) {
    case Kind::Text: {
        const Builtin* found = findIn(textMethods(), name);
        return found ? found : findIn(kQuestions, name);
    }
    case Kind::Dict:
        return findIn(kDictMethods, name);
    case Kind::List:
        return findIn(kListMethods, name);
    case Kind::Tuple:
        return findIn(kTupleMethods, name);
    case Kind::Boolean:
    case Kind::Integer:
        return findIn(kIntegerMethods, name);
    case Kind::Float:
        return findIn(kFloatMethods, name);
    case Kind::Undefined:
    case Kind::None:
    case Kind::Object:
        return nullptr;
    }
    return nullptr;
}

bool changesObject(const Value& object, std::string_view name)
{
    static constexpr std::string_view kDict[] = { "clear", "pop", "popitem", "setdefault", "update" };
    static constexpr std::string_view kList[]
        = { "append", "clear", "pop", "reverse", "insert", "sort", "extend", "remove" };
    const auto listed = [&](const auto& names) {
        return std::find(std::begin(names), std::end(names), name) != std::end(names);
    };
    return (object.is(Kind::Dict) && listed(kDict)) || (object.is(Kind::List) && listed(kList));
}

} // namespace temper::jinja

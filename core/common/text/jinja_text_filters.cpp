// SPDX-License-Identifier: Apache-2.0
// Filters that make text of one value.
#include "core/common/text/jinja_builtin.h"
#include "core/common/text/jinja_format.h"
#include "core/common/text/jinja_number.h"
#include "core/common/text/jinja_operators.h"
#include "core/common/text/jinja_print.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace temper::jinja {

namespace {

// What a filter makes of safe text stays safe.
Value like(const Value& model, std::string text)
{
    return model.isSafe() ? Value::safe(std::move(text)) : Value(std::move(text));
}

template <std::string (*change)(std::string_view)> Value changeText(Runtime& runtime, Bound& a)
{
    const std::string text = printed(a[0]);
    runtime.charge(text.size());
    return like(a[0], change(text));
}

Value trim(Runtime&, Bound& a)
{
    const std::string text = printed(a[0]);
    const auto characters = a.hasValue(1) ? std::optional<std::string_view>(a.text(1)) : std::nullopt;
    return like(a[0], std::string(stripText(text, StripSide::Both, characters)));
}

Value replace(Runtime& runtime, Bound& a)
{
    const std::string text = printed(a[0]), from = printed(a[1]), to = printed(a[2]);
    const std::int64_t count = a.hasValue(3) ? a.integer(3) : -1;
    runtime.charge(text.size() + (text.size() / std::max<std::size_t>(from.size(), 1) + 1) * to.size());
    return replaceText(text, from, to, count);
}

Value escape(Runtime& runtime, Bound& a)
{
    if (a[0].isSafe())
        return a[0];
    const std::string text = printed(a[0]);
    runtime.charge(text.size() * 2);
    return Value::safe(escapeHtml(text));
}

Value forceEscape(Runtime&, Bound& a)
{
    return Value::safe(escapeHtml(printed(a[0])));
}
Value markSafe(Runtime&, Bound& a)
{
    return Value::safe(printed(a[0]));
}
Value asText(Runtime&, Bound& a)
{
    return a[0].is(Kind::Text) ? a[0] : Value(printed(a[0]));
}

Value toJsonFilter(Runtime& runtime, Bound& a)
{
    JsonStyle style;
    style.ascii = a.flag(1, false);
    if (a.hasValue(2)) {
        const bool text = a[2].is(Kind::Text);
        const std::int64_t width = text ? 0 : std::clamp<std::int64_t>(a.integer(2), 0, 1000);
        style.indent = text ? a.text(2) : std::string(static_cast<std::size_t>(width), ' ');
        style.itemSeparator = ",";
    }
    if (a.hasValue(3)) {
        const std::vector<Value> separators = collect(a[3]);
        if (separators.size() != 2 || !separators[0].is(Kind::Text) || !separators[1].is(Kind::Text))
            throw Failure("tojson: separators must be two texts");
        style.itemSeparator = separators[0].text();
        style.keySeparator = separators[1].text();
    }
    style.sortKeys = a.flag(4, false);
    std::string text = toJson(a[0], style);
    runtime.charge(text.size());
    return text;
}

Value pprint(Runtime& runtime, Bound& a)
{
    std::string text = prettyPrinted(a[0]);
    runtime.charge(text.size());
    return text;
}

Value format(Runtime& runtime, Bound& a)
{
    Arguments& rest = a.rest();
    if (!rest.positional.empty() && !rest.named.empty())
        throw Failure("can't handle positional and keyword arguments at the same time");
    if (rest.named.empty())
        return formatPercent(runtime, asText(runtime, a), Value::tuple(std::move(rest.positional)));
    Dict named;
    for (auto& [name, value] : rest.named)
        named.set(Value(name), std::move(value));
    return formatPercent(runtime, asText(runtime, a), Value::dict(std::move(named)));
}

Value toInteger(Runtime&, Bound& a)
{
    const Value fallback = a.has(1) ? a[1] : Value(0);
    const Value& value = a[0];
    if (value.is(Kind::Undefined))
        failUndefined(value);
    if (value.isIntegral())
        return value.integer();
    if (value.is(Kind::Float))
        return std::isnan(value.number()) ? fallback : Value(truncateFloat(value.number()));
    if (!value.is(Kind::Text))
        return fallback;
    const std::int64_t base = a.integer(2, 10);
    if (base == 0 || (base >= 2 && base <= 36)) {
        if (const auto number = parseInteger(value.text(), static_cast<int>(base)))
            return *number;
    }
    const auto number = parseFloat(value.text());
    return number && std::isfinite(*number) ? Value(truncateFloat(*number)) : fallback;
}

Value toFloat(Runtime&, Bound& a)
{
    const Value fallback = a.has(1) ? a[1] : Value(0.0);
    if (a[0].is(Kind::Undefined))
        failUndefined(a[0]);
    if (a[0].isNumber())
        return a[0].number();
    const auto number = a[0].is(Kind::Text) ? parseFloat(a[0].text()) : std::nullopt;
    return number ? Value(*number) : fallback;
}

Value absolute(Runtime&, Bound& a)
{
    if (a[0].isIntegral())
        return a[0].integer() < 0 ? negated(a[0]) : Value(a[0].integer());
    if (a[0].is(Kind::Float))
        return std::abs(a[0].number());
    throw Failure("bad operand type for abs(): '" + typeName(a[0]) + "'");
}

Value roundFilter(Runtime&, Bound& a)
{
    const std::string method = a.text(2, "common");
    if (method != "common" && method != "ceil" && method != "floor")
        throw Failure("method must be common, ceil or floor");
    if (!a[0].isNumber())
        throw Failure("type " + typeName(a[0]) + " doesn't define __round__ method");
    const std::int64_t digits = a.integer(1, 0);
    if (method == "common")
        return a[0].isIntegral() ? Value(roundInteger(a[0].integer(), digits))
                                 : Value(roundFloat(a[0].number(), digits));
    const double scale = std::pow(10.0, static_cast<double>(digits));
    const double scaled = a[0].number() * scale;
    return (method == "ceil" ? std::ceil(scaled) : std::floor(scaled)) / scale;
}

Value fileSize(Runtime&, Bound& a)
{
    const auto parsed = a[0].is(Kind::Text) ? parseFloat(a[0].text()) : std::nullopt;
    if (!parsed && !a[0].isNumber())
        throw Failure("could not convert to float: " + represented(a[0]));
    const double bytes = parsed ? *parsed : a[0].number();
    const bool binary = a.flag(1, false);
    const double base = binary ? 1024.0 : 1000.0;
    if (bytes == 1.0)
        return "1 Byte";
    if (bytes < base)
        return std::to_string(truncateFloat(bytes)) + " Bytes";
    const std::string_view letters = binary ? "KMGTPEZY" : "kMGTPEZY";
    double unit = base;
    std::size_t at = 0;
    while (at + 1 < letters.size() && bytes >= unit * base) {
        unit *= base;
        ++at;
    }
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.1f %c%s", bytes / unit, letters[at], binary ? "iB" : "B");
    return buffer;
}

std::string quoteUrl(std::string_view text, bool inQuery)
{
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
        if (plain || std::string_view("_.-~").find(c) != std::string_view::npos || (c == '/' && !inQuery)) {
            out += c;
        } else if (c == ' ' && inQuery) {
            out += '+';
        } else {
            char buffer[8];
            std::snprintf(
                buffer, sizeof buffer, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
            out += buffer;
        }
    }
    return out;
}

Value urlEncode(Runtime&, Bound& a)
{
    if (a[0].is(Kind::Text) || !isIterable(a[0]))
        return quoteUrl(printed(a[0]), false);
    std::string out;
    const auto add = [&](const Value& key, const Value& value) {
        (out += out.empty() ? "" : "&")
            += quoteUrl(printed(key), true) + "=" + quoteUrl(printed(value), true);
    };
    if (a[0].is(Kind::Dict)) {
        for (const auto& [key, value] : a[0].dict().entries())
            add(key, value);
        return out;
    }
    for (const Value& entry : collect(a[0])) {
        const std::vector<Value> pair = collect(entry);
        if (pair.size() != 2)
            throw Failure("urlencode needs pairs of key and value");
        add(pair[0], pair[1]);
    }
    return out;
}

Value xmlAttributes(Runtime&, Bound& a)
{
    if (!a[0].is(Kind::Dict))
        throw Failure("'" + typeName(a[0]) + "' object has no attribute 'items'");
    std::string out;
    for (const auto& [key, value] : a[0].dict().entries()) {
        if (value.is(Kind::None) || value.is(Kind::Undefined))
            continue;
        if (!key.is(Kind::Text) || key.text().find_first_of(" \t\n\r\f\v/>=") != std::string::npos)
            throw Failure("Invalid character in attribute name: " + represented(key));
        const auto safe = [](const Value& v) { return v.isSafe() ? v.text() : escapeHtml(printed(v)); };
        (out += out.empty() ? "" : " ") += safe(key) + "=\"" + safe(value) + "\"";
    }
    return (a.flag(1, true) && !out.empty() ? " " : "") + out;
}

// Tags and comments go, white space shrinks to single spaces, and the commonest entities become characters.
Value stripTags(Runtime&, Bound& a)
{
    std::string text = printed(a[0]);
    const auto cut = [&](std::string_view open, std::string_view close) {
        for (std::size_t begin = 0; (begin = text.find(open, begin)) != std::string::npos;) {
            const std::size_t end = text.find(close, begin + open.size());
            if (end == std::string::npos)
                return;
            text.erase(begin, end + close.size() - begin);
        }
    };
    cut("<!--", "-->");
    cut("<", ">");
    std::string out;
    for (const char32_t point : decodeText(text)) {
        if (!isSpacePoint(point))
            appendPoint(out, point);
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (!out.empty() && out.back() == ' ')
        out.pop_back();
    static constexpr std::pair<std::string_view, std::string_view> kEntities[]
        = { { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&#34;", "\"" }, { "&#39;", "'" },
              { "&nbsp;", "\u00A0" }, { "&amp;", "&" } };
    for (const auto& [entity, character] : kEntities)
        out = replaceText(out, entity, character, -1);
    return out;
}

Value refuseRandom(Runtime&, Bound&)
{
    throw Failure("the filter 'random' is not for chat templates: renders must repeat");
}

Value refuseUrlize(Runtime&, Bound&)
{
    throw Failure("the filter 'urlize' is for web pages and is not supported");
}

constexpr Builtin kFilters[] = {
    { "abs", "x /", absolute },
    { "capitalize", "s", changeText<capitalizeText> },
    { "e", "s /", escape },
    { "escape", "s /", escape },
    { "filesizeformat", "value binary?", fileSize },
    { "float", "value default?", toFloat },
    { "forceescape", "value", forceEscape },
    { "format", "value *", format },
    { "int", "value default? base?", toInteger },
    { "lower", "s", changeText<lowerText> },
    { "pprint", "value", pprint },
    { "random", "seq", refuseRandom },
    { "replace", "s old new count?", replace },
    { "round", "value precision? method?", roundFilter },
    { "safe", "value", markSafe },
    { "string", "s", asText },
    { "striptags", "value", stripTags },
    { "title", "s", changeText<titleWords> },
    { "tojson", "x ensure_ascii? indent? separators? sort_keys?", toJsonFilter },
    { "trim", "value chars?", trim },
    { "upper", "s", changeText<upperText> },
    { "urlencode", "value", urlEncode },
    { "urlize", "*", refuseUrlize },
    { "xmlattr", "d autospace?", xmlAttributes },
};

} // namespace

std::span<const Builtin> textFilters()
{
    return kFilters;
}

} // namespace temper::jinja

// SPDX-License-Identifier: Apache-2.0
// The methods of Python's str that cut, search and rebuild text.
#include "core/common/text/jinja_builtin.h"
#include "core/common/text/jinja_format.h"
#include "core/common/text/jinja_print.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>

namespace temper::jinja {

namespace {

Value like(const Value& model, std::string text)
{
    return model.isSafe() ? Value::safe(std::move(text)) : Value(std::move(text));
}

template <std::string (*change)(std::string_view)> Value changed(Runtime& runtime, Bound& a)
{
    runtime.charge(a.text(0).size());
    return like(a[0], change(a.text(0)));
}

template <StripSide side> Value strip(Runtime& runtime, Bound& a)
{
    runtime.charge(a.text(0).size());
    const auto characters = a.hasValue(1) ? std::optional<std::string_view>(a.text(1)) : std::nullopt;
    return like(a[0], std::string(stripText(a.text(0), side, characters)));
}

std::vector<std::string> splitSpace(std::string_view text, std::int64_t limit)
{
    std::vector<std::string> parts;
    text = stripText(text, StripSide::Left);
    while (!text.empty()) {
        if (limit-- == 0) {
            parts.emplace_back(stripText(text, StripSide::Right));
            break;
        }
        std::size_t end = 0;
        while (end < text.size()
            && stripText(text.substr(end, 4), StripSide::Left).size() == text.substr(end, 4).size())
            ++end;
        parts.emplace_back(text.substr(0, end));
        text = stripText(text.substr(end), StripSide::Left);
    }
    return parts;
}

std::vector<std::string> splitSpaceFromRight(std::string_view text, std::int64_t limit)
{
    const std::vector<std::string> all = splitSpace(text, -1);
    const auto count = static_cast<std::int64_t>(all.size());
    if (limit < 0 || count <= limit)
        return all;
    std::vector<std::string> parts(all.end() - limit, all.end());
    text = stripText(text, StripSide::Right);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
        text = stripText(text.substr(0, text.size() - part->size()), StripSide::Right);
    if (!text.empty())
        parts.insert(parts.begin(), std::string(limit == 0 ? stripText(text, StripSide::Right) : text));
    return parts;
}

enum class From { Left, Right };

std::vector<std::string>
splitAt(std::string_view text, std::string_view separator, std::int64_t limit, From from)
{
    if (separator.empty())
        throw Failure("empty separator");
    std::vector<std::string> parts;
    while (limit-- != 0) {
        const std::size_t found = from == From::Left ? text.find(separator) : text.rfind(separator);
        if (found == std::string_view::npos)
            break;
        const std::string_view before = text.substr(0, found), after = text.substr(found + separator.size());
        parts.emplace_back(from == From::Left ? before : after);
        text = from == From::Left ? after : before;
    }
    parts.emplace_back(text);
    if (from == From::Right)
        std::reverse(parts.begin(), parts.end());
    return parts;
}

Value listOf(Runtime& runtime, const Value& model, std::vector<std::string> parts)
{
    std::vector<Value> items;
    runtime.charge(parts.size() * sizeof(Value));
    for (std::string& part : parts)
        items.push_back(like(model, std::move(part)));
    return Value::list(std::move(items));
}

template <From from> Value split(Runtime& runtime, Bound& a)
{
    const std::string& text = a.text(0);
    const std::int64_t limit = a.integer(2, -1);
    runtime.charge(text.size());
    if (a.hasValue(1))
        return listOf(runtime, a[0], splitAt(text, a.text(1), limit, from));
    return listOf(
        runtime, a[0], from == From::Left ? splitSpace(text, limit) : splitSpaceFromRight(text, limit));
}

Value splitIntoLines(Runtime& runtime, Bound& a)
{
    runtime.charge(a.text(0).size());
    return listOf(runtime, a[0], splitLines(a.text(0), a.flag(1, false) ? LineEnds::Keep : LineEnds::Drop));
}

template <From from> Value partition(Runtime&, Bound& a)
{
    const std::string& text = a.text(0);
    const std::string& separator = a.text(1);
    if (separator.empty())
        throw Failure("empty separator");
    const std::size_t found = from == From::Left ? text.find(separator) : text.rfind(separator);
    if (found == std::string::npos)
        return from == From::Left ? Value::tuple({ a[0], like(a[0], ""), like(a[0], "") })
                                  : Value::tuple({ like(a[0], ""), like(a[0], ""), a[0] });
    return Value::tuple({ like(a[0], text.substr(0, found)), like(a[0], separator),
        like(a[0], text.substr(found + separator.size())) });
}

// The part of the text that start and end (code points, as in a slice) leave, and where it begins.
std::string_view window(const Bound& a, std::int64_t& begin, bool& valid)
{
    const std::string& text = a.text(0);
    const auto length = static_cast<std::int64_t>(countPoints(text));
    const auto place = [&](std::size_t index, std::int64_t other) {
        const std::int64_t at = a.hasValue(index) ? a.integer(index) : other;
        return at < 0 ? std::max<std::int64_t>(at + length, 0) : at;
    };
    begin = place(2, 0);
    const std::int64_t end = std::min(place(3, length), length);
    valid = begin <= end;
    if (!valid)
        return {};
    const std::size_t from = byteOfPoint(text, static_cast<std::size_t>(begin));
    return std::string_view(text).substr(from, byteOfPoint(text, static_cast<std::size_t>(end)) - from);
}

template <From from> std::int64_t findText(const Bound& a)
{
    std::int64_t begin = 0;
    bool valid = true;
    const std::string_view part = window(a, begin, valid);
    const std::size_t found = from == From::Left ? part.find(a.text(1)) : part.rfind(a.text(1));
    if (!valid || found == std::string_view::npos)
        return -1;
    return begin + static_cast<std::int64_t>(countPoints(part.substr(0, found)));
}

template <From from> Value find(Runtime& runtime, Bound& a)
{
    runtime.charge(a.text(0).size());
    return findText<from>(a);
}

template <From from> Value index(Runtime& runtime, Bound& a)
{
    runtime.charge(a.text(0).size());
    const std::int64_t found = findText<from>(a);
    if (found < 0)
        throw Failure("substring not found");
    return found;
}

Value count(Runtime& runtime, Bound& a)
{
    runtime.charge(a.text(0).size());
    std::int64_t begin = 0, number = 0;
    bool valid = true;
    const std::string_view part = window(a, begin, valid);
    const std::string& wanted = a.text(1);
    if (!valid)
        return 0;
    if (wanted.empty())
        return static_cast<std::int64_t>(countPoints(part)) + 1;
    for (std::size_t at = 0; (at = part.find(wanted, at)) != std::string_view::npos; at += wanted.size())
        ++number;
    return number;
}

template <From from> Value hasAffix(Runtime&, Bound& a)
{
    std::int64_t begin = 0;
    bool valid = true;
    const std::string_view part = window(a, begin, valid);
    const auto matches = [&](const Value& affix) {
        if (!affix.is(Kind::Text))
            throw Failure("the first argument must be str or a tuple of str, not " + typeName(affix));
        return valid && (from == From::Left ? part.starts_with(affix.text()) : part.ends_with(affix.text()));
    };
    if (!a[1].is(Kind::Tuple))
        return matches(a[1]);
    return std::any_of(a[1].items().begin(), a[1].items().end(), matches);
}

template <From from> Value removeAffix(Runtime& runtime, Bound& a)
{
    std::string text = a.text(0);
    const std::string& affix = a.text(1);
    runtime.charge(text.size());
    if (from == From::Left && text.starts_with(affix))
        text.erase(0, affix.size());
    else if (from == From::Right && text.ends_with(affix))
        text.resize(text.size() - affix.size());
    return like(a[0], std::move(text));
}

Value replace(Runtime& runtime, Bound& a)
{
    const std::string& text = a.text(0);
    runtime.charge(
        text.size() + (text.size() / std::max<std::size_t>(a.text(1).size(), 1) + 1) * a.text(2).size());
    const std::string to = a[0].isSafe() && !a[2].isSafe() ? escapeHtml(a.text(2)) : a.text(2);
    return like(a[0], replaceText(text, a.text(1), to, a.integer(3, -1)));
}

Value join(Runtime& runtime, Bound& a)
{
    std::string out;
    bool first = true;
    std::int64_t at = 0;
    for (const Value& item : collect(a[1])) {
        if (!item.is(Kind::Text) && !a[0].isSafe())
            throw Failure("sequence item " + std::to_string(at) + ": expected str instance, " + typeName(item)
                + " found");
        const std::string text = a[0].isSafe() && !item.isSafe() ? escapeHtml(printed(item)) : printed(item);
        const std::size_t total = out.size() + text.size() + a.text(0).size();
        runtime.charge(total > (std::size_t { 64 } << 20) ? SIZE_MAX : text.size());
        (out += first ? "" : a.text(0)) += text;
        first = false;
        ++at;
    }
    return like(a[0], std::move(out));
}

std::string repeated(Runtime& runtime, const Bound& a, std::int64_t times)
{
    const std::string fill = a.text(2, " ");
    if (countPoints(fill) != 1)
        throw Failure("The fill character must be exactly one character long");
    std::string out;
    runtime.charge(static_cast<std::size_t>(std::max<std::int64_t>(times, 0)) * fill.size());
    for (std::int64_t i = 0; i < times; ++i)
        out += fill;
    return out;
}

enum class Place { Left, Middle, Right };

template <Place place> Value justify(Runtime& runtime, Bound& a)
{
    const std::int64_t width = a.integer(1);
    const std::int64_t missing
        = std::max<std::int64_t>(width - static_cast<std::int64_t>(countPoints(a.text(0))), 0);
    const std::int64_t before = place == Place::Left ? 0
        : place == Place::Right                      ? missing
                                                     : missing / 2 + (missing & width & 1);
    return like(a[0], repeated(runtime, a, before) + a.text(0) + repeated(runtime, a, missing - before));
}

Value fillZeros(Runtime& runtime, Bound& a)
{
    const std::string& text = a.text(0);
    const std::int64_t missing = a.integer(1) - static_cast<std::int64_t>(countPoints(text));
    if (missing <= 0)
        return a[0];
    runtime.charge(static_cast<std::size_t>(missing));
    const bool sign = !text.empty() && (text[0] == '-' || text[0] == '+');
    return like(
        a[0], text.substr(0, sign) + std::string(static_cast<std::size_t>(missing), '0') + text.substr(sign));
}

Value expandTabs(Runtime& runtime, Bound& a)
{
    const std::int64_t size = a.integer(1, 8);
    std::string out;
    std::int64_t column = 0;
    for (const char32_t point : decodeText(a.text(0))) {
        const std::int64_t width = point == U'\t' && size > 0 ? size - column % size : 0;
        column = point == U'\n' || point == U'\r' ? 0 : column + (point == U'\t' ? width : 1);
        runtime.charge(static_cast<std::size_t>(width));
        if (point == U'\t')
            out.append(static_cast<std::size_t>(width), ' ');
        else
            appendPoint(out, point);
    }
    return like(a[0], std::move(out));
}

Value format(Runtime& runtime, Bound& a)
{
    return like(a[0], formatBraces(runtime, a.text(0), a.rest()));
}

Value formatMap(Runtime& runtime, Bound& a)
{
    Arguments arguments;
    if (!a[1].is(Kind::Dict))
        throw Failure("format_map() needs a dict");
    for (const auto& [key, value] : a[1].dict().entries()) {
        if (key.is(Kind::Text))
            arguments.named.emplace_back(key.text(), value);
    }
    return like(a[0], formatBraces(runtime, a.text(0), arguments));
}

Value refuseBytes(Runtime&, Bound&)
{
    throw Failure("bytes are not supported in chat templates");
}

constexpr Builtin kMethods[] = {
    { "capitalize", "self /", changed<capitalizeText> },
    { "casefold", "self /", changed<caseFoldText> },
    { "center", "self width fill? /", justify<Place::Middle> },
    { "count", "self sub start? end? /", count },
    { "encode", "self encoding? errors?", refuseBytes },
    { "endswith", "self suffix start? end? /", hasAffix<From::Right> },
    { "expandtabs", "self tabsize?", expandTabs },
    { "find", "self sub start? end? /", find<From::Left> },
    { "format", "self *", format },
    { "format_map", "self mapping /", formatMap },
    { "index", "self sub start? end? /", index<From::Left> },
    { "join", "self iterable /", join },
    { "ljust", "self width fill? /", justify<Place::Left> },
    { "lower", "self /", changed<lowerText> },
    { "lstrip", "self chars? /", strip<StripSide::Left> },
    { "partition", "self sep /", partition<From::Left> },
    { "removeprefix", "self prefix /", removeAffix<From::Left> },
    { "removesuffix", "self suffix /", removeAffix<From::Right> },
    { "replace", "self old new count? /", replace },
    { "rfind", "self sub start? end? /", find<From::Right> },
    { "rindex", "self sub start? end? /", index<From::Right> },
    { "rjust", "self width fill? /", justify<Place::Right> },
    { "rpartition", "self sep /", partition<From::Right> },
    { "rsplit", "self sep? maxsplit?", split<From::Right> },
    { "rstrip", "self chars? /", strip<StripSide::Right> },
    { "split", "self sep? maxsplit?", split<From::Left> },
    { "splitlines", "self keepends?", splitIntoLines },
    { "startswith", "self prefix start? end? /", hasAffix<From::Left> },
    { "strip", "self chars? /", strip<StripSide::Both> },
    { "swapcase", "self /", changed<swapCaseText> },
    { "title", "self /", changed<titleText> },
    { "upper", "self /", changed<upperText> },
    { "zfill", "self width /", fillZeros },
};

} // namespace

std::span<const Builtin> textMethods()
{
    return kMethods;
}

} // namespace temper::jinja

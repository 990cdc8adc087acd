// SPDX-License-Identifier: Apache-2.0
// Filters that lay text out: indented, centred, shortened, wrapped, joined.
#include "core/common/text/jinja_attribute.h"
#include "core/common/text/jinja_builtin.h"
#include "core/common/text/jinja_print.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>

namespace temper::jinja {

namespace {

std::string spaces(Runtime& runtime, std::int64_t count)
{
    const auto size = static_cast<std::size_t>(std::max<std::int64_t>(count, 0));
    runtime.charge(size);
    return std::string(size, ' ');
}

Value indent(Runtime& runtime, Bound& a)
{
    const std::string margin = a.has(1) && a[1].is(Kind::Text) ? a.text(1) : spaces(runtime, a.integer(1, 4));
    const bool blank = a.flag(3, false);
    if (!a[0].is(Kind::Text) && !a[0].is(Kind::Undefined))
        throw Failure("unsupported operand type(s) for +=: '" + typeName(a[0]) + "' and 'str'");
    if (a[0].is(Kind::Undefined))
        throw Failure(a[0].missing());
    const std::vector<std::string> lines = splitLines(a.text(0) + "\n", LineEnds::Drop);
    runtime.charge(a.text(0).size() + lines.size() * margin.size());
    std::string out = a.flag(2, false) ? margin : std::string();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0)
            out += '\n';
        if (i > 0 && (blank || !lines[i].empty()))
            out += margin;
        out += lines[i];
    }
    return a[0].isSafe() ? Value::safe(std::move(out)) : Value(std::move(out));
}

Value center(Runtime& runtime, Bound& a)
{
    const std::string text = printed(a[0]);
    const std::int64_t width = a.integer(1, 80);
    const std::int64_t missing = width - static_cast<std::int64_t>(countPoints(text));
    if (missing <= 0)
        return text;
    const std::int64_t left = missing / 2 + (missing & width & 1);
    return spaces(runtime, left) + text + spaces(runtime, missing - left);
}

Value truncate(Runtime&, Bound& a)
{
    const std::int64_t length = a.integer(1, 255);
    const std::string end = a.text(3, "...");
    const std::int64_t leeway = a.hasValue(4) ? a.integer(4) : 5;
    const auto endLength = static_cast<std::int64_t>(countPoints(end));
    if (length < endLength)
        throw Failure("expected length >= " + std::to_string(endLength) + ", got " + std::to_string(length));
    if (leeway < 0)
        throw Failure("expected leeway >= 0, got " + std::to_string(leeway));
    const auto size = lengthOf(a[0]);
    if (!size)
        throw Failure("object of type '" + typeName(a[0]) + "' has no len()");
    if (*size <= length + leeway)
        return a[0];
    const std::string& text = a.text(0);
    const std::string_view kept
        = std::string_view(text).substr(0, byteOfPoint(text, static_cast<std::size_t>(length - endLength)));
    const std::size_t space = a.flag(2, false) ? std::string_view::npos : kept.rfind(' ');
    return std::string(kept.substr(0, space)) + end;
}

Value wordCount(Runtime& runtime, Bound& a)
{
    const std::string text = printed(a[0]);
    runtime.charge(text.size());
    std::int64_t words = 0;
    bool inWord = false;
    for (const char32_t point : decodeText(text)) {
        const bool word = isWordPoint(point);
        words += word && !inWord;
        inWord = word;
    }
    return words;
}

// Python's textwrap for one line: its white space is ASCII only, and white space at a cut goes.
class LineWrapper {
public:
    LineWrapper(std::int64_t width, bool breakLong, bool breakHyphens)
        : m_width(static_cast<std::size_t>(width))
        , m_breakLong(breakLong)
        , m_breakHyphens(breakHyphens)
    {
    }
    std::vector<std::string> wrap(const std::string& text);

private:
    std::vector<std::u32string> chunks(const std::u32string& text) const;
    bool breaksAfterHyphen(const std::u32string& text, std::size_t begin, std::size_t end) const;
    std::u32string takeLongWord(std::u32string& word, std::size_t room) const;

    std::size_t m_width;
    bool m_breakLong, m_breakHyphens;
};

bool isWrapSpace(char32_t point)
{
    return point == U' ' || (point >= U'\t' && point <= U'\r');
}

bool blank(const std::u32string& text)
{
    return std::all_of(text.begin(), text.end(), isSpacePoint);
}

bool isLetter(char32_t point)
{
    return isWordPoint(point) && !(point >= U'0' && point <= U'9');
}

// After "ab-" or "a-b-", when letters follow.
bool LineWrapper::breaksAfterHyphen(const std::u32string& text, std::size_t begin, std::size_t end) const
{
    if (!m_breakHyphens || text[end - 1] != U'-' || end - begin < 3 || !isLetter(text[end - 2])
        || !isLetter(text[end]))
        return false;
    const bool before
        = isLetter(text[end - 3]) || (text[end - 3] == U'-' && end - begin > 3 && isLetter(text[end - 4]));
    const std::size_t next = end + 1 < text.size() && text[end + 1] == U'-' ? end + 2 : end + 1;
    return before && next < text.size() && isLetter(text[next]);
}

std::vector<std::u32string> LineWrapper::chunks(const std::u32string& text) const
{
    std::vector<std::u32string> out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        const bool space = isWrapSpace(text[at]);
        while (end < text.size() && isWrapSpace(text[end]) == space
            && (space || !breaksAfterHyphen(text, at, end)))
            ++end;
        out.push_back(text.substr(at, end - at));
        at = end;
    }
    return out;
}

std::u32string LineWrapper::takeLongWord(std::u32string& word, std::size_t room) const
{
    std::size_t end = room;
    if (m_breakHyphens && word.size() > room && room > 0) {
        const std::size_t hyphen = word.rfind(U'-', room - 1);
        if (hyphen != std::u32string::npos && hyphen > 0 && word.find_first_not_of(U'-') < hyphen)
            end = hyphen + 1;
    }
    std::u32string part = word.substr(0, end);
    word.erase(0, end);
    return part;
}

std::vector<std::string> LineWrapper::wrap(const std::string& text)
{
    std::vector<std::string> lines;
    std::vector<std::u32string> rest = chunks(decodeText(text));
    std::reverse(rest.begin(), rest.end());
    while (!rest.empty()) {
        std::vector<std::u32string> line;
        std::size_t length = 0;
        if (blank(rest.back()) && !lines.empty())
            rest.pop_back();
        while (!rest.empty() && length + rest.back().size() <= m_width) {
            length += rest.back().size();
            line.push_back(std::move(rest.back()));
            rest.pop_back();
        }
        if (!rest.empty() && rest.back().size() > m_width) {
            if (m_breakLong) {
                line.push_back(takeLongWord(rest.back(), m_width - length));
            } else if (line.empty()) {
                line.push_back(std::move(rest.back()));
                rest.pop_back();
            }
        }
        if (!line.empty() && blank(line.back()))
            line.pop_back();
        std::string joined;
        for (const auto& part : line)
            joined += encodeText(part);
        if (!line.empty())
            lines.push_back(std::move(joined));
    }
    return lines;
}

Value wordWrap(Runtime& runtime, Bound& a)
{
    const std::int64_t width = a.integer(1, 79);
    if (width <= 0)
        throw Failure("invalid width " + std::to_string(width) + " (must be > 0)");
    const std::string separator = a.hasValue(3) ? a.text(3) : "\n";
    runtime.charge(a.text(0).size());
    LineWrapper wrapper(width, a.flag(2, true), a.flag(4, true));
    std::string out;
    bool first = true;
    for (const std::string& line : splitLines(a.text(0), LineEnds::Drop)) {
        std::string wrapped;
        for (const std::string& part : wrapper.wrap(line))
            (wrapped += wrapped.empty() ? "" : separator) += part;
        (out += first ? "" : separator) += wrapped;
        first = false;
    }
    runtime.charge(out.size());
    return out;
}

Value join(Runtime& runtime, Bound& a)
{
    const std::string separator = a.has(1) ? printed(a[1]) : "";
    const auto items = iterate(a[0]);
    std::string out;
    bool first = true;
    while (auto item = items->next()) {
        const std::string text = printed(a.hasValue(2) ? attributePath(*item, a[2]) : *item);
        runtime.charge(out.size() + text.size() + separator.size() > (std::size_t { 64 } << 20)
                ? SIZE_MAX
                : text.size());
        (out += first ? "" : separator) += text;
        first = false;
    }
    return out;
}

constexpr Builtin kFilters[] = {
    { "center", "value width?", center },
    { "indent", "s width? first? blank?", indent },
    { "join", "value d? attribute?", join },
    { "truncate", "s length? killwords? end? leeway?", truncate },
    { "wordcount", "s", wordCount },
    { "wordwrap", "s width? break_long_words? wrapstring? break_on_hyphens?", wordWrap },
};

} // namespace

std::span<const Builtin> layoutFilters()
{
    return kFilters;
}

} // namespace temper::jinja

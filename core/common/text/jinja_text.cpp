// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_text.h"

#include <algorithm>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace temper::jinja {

namespace {

icu::UnicodeString toIcu(std::string_view text)
{
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string fromIcu(const icu::UnicodeString& text)
{
    std::string out;
    text.toUTF8String(out);
    return out;
}

char32_t nextPoint(std::string_view text, std::size_t& at)
{
    std::int32_t position = 0;
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 4));
    UChar32 point = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data() + at);
    U8_NEXT(bytes, position, length, point);
    at += static_cast<std::size_t>(position);
    return point < 0 ? U'\uFFFD' : static_cast<char32_t>(point);
}

std::string titleFirst(char32_t point)
{
    icu::UnicodeString one(static_cast<UChar32>(point));
    one.toTitle(nullptr, icu::Locale::getRoot(), 0);
    return fromIcu(one);
}

bool contains(std::optional<std::u32string>& characters, char32_t point)
{
    return characters ? characters->find(point) != std::u32string::npos : isSpacePoint(point);
}

} // namespace

std::u32string decodeText(std::string_view utf8)
{
    std::u32string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();)
        out.push_back(nextPoint(utf8, at));
    return out;
}

void appendPoint(std::string& out, char32_t point)
{
    char bytes[4];
    std::int32_t length = 0;
    UBool failed = false;
    U8_APPEND(reinterpret_cast<std::uint8_t*>(bytes), length, 4, static_cast<UChar32>(point), failed);
    if (failed)
        out += "\xEF\xBF\xBD";
    else
        out.append(bytes, static_cast<std::size_t>(length));
}

std::string encodeText(std::u32string_view points)
{
    std::string out;
    out.reserve(points.size());
    for (const char32_t point : points)
        appendPoint(out, point);
    return out;
}

std::size_t countPoints(std::string_view utf8)
{
    std::size_t count = 0;
    for (const char c : utf8)
        count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

bool isAsciiText(std::string_view utf8)
{
    return std::all_of(utf8.begin(), utf8.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::size_t byteOfPoint(std::string_view utf8, std::size_t index)
{
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if ((static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80)
            continue;
        if (index-- == 0)
            return at;
    }
    return utf8.size();
}

bool isSpacePoint(char32_t p)
{
    if (p < 0x80)
        return (p >= 0x09 && p <= 0x0D) || (p >= 0x1C && p <= 0x20);
    return p == 0x85 || p == 0xA0 || p == 0x1680 || (p >= 0x2000 && p <= 0x200A) || p == 0x2028 || p == 0x2029
        || p == 0x202F || p == 0x205F || p == 0x3000;
}

bool isLineBreakPoint(char32_t p)
{
    return (p >= 0x0A && p <= 0x0D) || (p >= 0x1C && p <= 0x1E) || p == 0x85 || p == 0x2028 || p == 0x2029;
}

bool isPrintablePoint(char32_t p)
{
    if (p == U' ')
        return true;
    constexpr std::uint32_t kHidden = U_GC_C_MASK | U_GC_Z_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(p)) & kHidden) == 0;
}

bool isCasedPoint(char32_t p)
{
    return u_hasBinaryProperty(static_cast<UChar32>(p), UCHAR_CASED);
}

bool isWordPoint(char32_t p)
{
    const auto point = static_cast<UChar32>(p);
    return p == U'_' || u_isalpha(point) || (U_GET_GC_MASK(point) & U_GC_N_MASK) != 0;
}

std::string upperText(std::string_view text)
{
    return fromIcu(toIcu(text).toUpper(icu::Locale::getRoot()));
}

std::string lowerText(std::string_view text)
{
    return fromIcu(toIcu(text).toLower(icu::Locale::getRoot()));
}

std::string caseFoldText(std::string_view text)
{
    return fromIcu(toIcu(text).foldCase());
}

std::string capitalizeText(std::string_view text)
{
    if (text.empty())
        return {};
    std::size_t at = 0;
    const char32_t first = nextPoint(text, at);
    // Lowered together with its beginning: a sigma at the end of a word looks back.
    const std::string lowered = lowerText(text);
    const std::string loweredFirst = lowerText(text.substr(0, at));
    return titleFirst(first) + lowered.substr(loweredFirst.size());
}

std::string titleText(std::string_view text)
{
    std::string out, word;
    std::size_t first = 0; // bytes that the word's own first character takes when it is lowered
    const auto flush = [&] {
        out += lowerText(word).substr(word.empty() ? 0 : first);
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t point = nextPoint(text, at);
        const std::string_view bytes = text.substr(begin, at - begin);
        if (!isCasedPoint(point)) {
            flush();
            out += bytes;
            continue;
        }
        if (word.empty()) {
            out += titleFirst(point);
            first = lowerText(bytes).size();
        }
        word += bytes;
    }
    flush();
    return out;
}

std::string titleWords(std::string_view text)
{
    std::string out, word;
    const auto flush = [&] {
        if (word.empty())
            return;
        std::size_t at = 0;
        nextPoint(word, at);
        out += upperText(std::string_view(word).substr(0, at)) + lowerText(std::string_view(word).substr(at));
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t point = nextPoint(text, at);
        const std::string_view bytes = text.substr(begin, at - begin);
        if (isSpacePoint(point)
            || (point < 0x80 && std::string_view("-({[<").find(bytes[0]) != std::string_view::npos)) {
            flush();
            out += bytes;
        } else {
            word += bytes;
        }
    }
    flush();
    return out;
}

std::string swapCaseText(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const auto point = static_cast<UChar32>(nextPoint(text, at));
        const std::string_view bytes = text.substr(begin, at - begin);
        if (u_hasBinaryProperty(point, UCHAR_UPPERCASE))
            out += lowerText(bytes);
        else if (u_hasBinaryProperty(point, UCHAR_LOWERCASE))
            out += upperText(bytes);
        else
            out += bytes;
    }
    return out;
}

std::string_view stripText(std::string_view text, StripSide side, std::optional<std::string_view> characters)
{
    std::optional<std::u32string> wanted;
    if (characters)
        wanted = decodeText(*characters);
    std::size_t begin = 0;
    while (side != StripSide::Right && begin < text.size()) {
        std::size_t next = begin;
        if (!contains(wanted, nextPoint(text, next)))
            break;
        begin = next;
    }
    std::size_t end = text.size();
    while (side != StripSide::Left && end > begin) {
        std::size_t start = end - 1;
        while (start > begin && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80)
            --start;
        std::size_t next = start;
        if (!contains(wanted, nextPoint(text, next)))
            break;
        end = start;
    }
    return text.substr(begin, end - begin);
}

std::vector<std::string> splitLines(std::string_view text, LineEnds ends)
{
    std::vector<std::string> lines;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const char32_t point = nextPoint(text, at);
        if (!isLineBreakPoint(point))
            continue;
        if (point == U'\r' && at < text.size() && text[at] == '\n')
            ++at;
        lines.emplace_back(text.substr(begin, (ends == LineEnds::Keep ? at : here) - begin));
        begin = at;
    }
    if (begin < text.size())
        lines.emplace_back(text.substr(begin));
    return lines;
}

std::string reprText(std::string_view text)
{
    const bool single = text.find('\'') != std::string_view::npos;
    const char quote = single && text.find('"') == std::string_view::npos ? '"' : '\'';
    std::string out(1, quote);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t point = nextPoint(text, at);
        char buffer[16];
        if (point == static_cast<char32_t>(quote) || point == U'\\')
            (out += '\\') += static_cast<char>(point);
        else if (point == U'\n' || point == U'\r' || point == U'\t')
            (out += '\\') += point == U'\n' ? 'n' : point == U'\r' ? 'r' : 't';
        else if (isPrintablePoint(point))
            out.append(text.substr(begin, at - begin));
        else {
            const char* format = point < 0x100 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x";
            std::snprintf(buffer, sizeof buffer, format, static_cast<unsigned>(point));
            out += buffer;
        }
    }
    return out + quote;
}

std::string escapeHtml(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '\'':
            out += "&#39;";
            break;
        case '"':
            out += "&#34;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string replaceText(std::string_view text, std::string_view from, std::string_view to, std::int64_t count)
{
    std::string out;
    std::size_t at = 0;
    while (count != 0) {
        // An empty pattern stands before every code point and at the end, as in Python.
        std::size_t found = from.empty() ? at : text.find(from, at);
        if (found == std::string_view::npos)
            break;
        out.append(text.substr(at, found - at)).append(to);
        at = found + from.size();
        --count;
        if (!from.empty())
            continue;
        if (at >= text.size())
            return out;
        std::size_t next = at;
        nextPoint(text, next);
        out.append(text.substr(at, next - at));
        at = next;
    }
    return out.append(text.substr(at));
}

} // namespace temper::jinja

// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_lexer.h"
#include "core/common/text/jinja_text.h"

#include <unicode/uchar.h>

namespace temper::jinja {

namespace {

std::size_t hexDigits(std::string_view text, std::size_t at, std::size_t count, char32_t& point)
{
    point = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const int digit = at + i < text.size() ? u_digit(static_cast<UChar32>(text[at + i]), 16) : -1;
        if (digit < 0)
            return 0;
        point = point * 16 + static_cast<char32_t>(digit);
    }
    return count;
}

// What stands after a backslash, as Python's unicode-escape reads it. Returns the bytes used.
std::size_t unescapeOne(std::string_view text, std::size_t at, std::string& out)
{
    static constexpr std::string_view kSimple = "\\'\"abfnrtv";
    static constexpr std::string_view kMeaning = "\\'\"\a\b\f\n\r\t\v";
    const char c = text[at];
    char32_t point = 0;
    if (c == '\n')
        return 1;
    if (const std::size_t found = kSimple.find(c); found != std::string_view::npos) {
        out += kMeaning[found];
        return 1;
    }
    if (c >= '0' && c <= '7') {
        std::size_t used = 0;
        while (used < 3 && at + used < text.size() && text[at + used] >= '0' && text[at + used] <= '7')
            point = point * 8 + static_cast<char32_t>(text[at + used++] - '0');
        appendPoint(out, point);
        return used;
    }
    if (c == 'x' || c == 'u' || c == 'U') {
        const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : 8;
        if (!hexDigits(text, at + 1, digits, point) || point > 0x10FFFF)
            throw Failure("truncated or illegal \\" + std::string(1, c) + " escape");
        appendPoint(out, point);
        return digits + 1;
    }
    if (c == 'N') {
        const std::size_t close = text.find('}', at);
        const bool shaped = at + 1 < text.size() && text[at + 1] == '{' && close != std::string_view::npos;
        UErrorCode status = U_ZERO_ERROR;
        const std::string name(shaped ? text.substr(at + 2, close - at - 2) : std::string_view());
        const UChar32 named = u_charFromName(U_EXTENDED_CHAR_NAME, name.c_str(), &status);
        if (!shaped || U_FAILURE(status))
            throw Failure("unknown Unicode character name");
        appendPoint(out, static_cast<char32_t>(named));
        return close + 1 - at;
    }
    out += '\\';
    return 0;
}

} // namespace

std::string unescapeText(std::string_view raw)
{
    std::string text;
    for (std::size_t i = 0; i < raw.size();) {
        if (raw[i] == '\\')
            i += 1 + unescapeOne(raw, i + 1, text);
        else
            text += raw[i++];
    }
    return text;
}

} // namespace temper::jinja

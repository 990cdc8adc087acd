// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/unicode.h"

#include <simdjson.h>

namespace temper {

namespace {

struct Part {
    std::size_t bytes = 0;
    bool valid = false;
};

// The lead byte's length and the range its second byte may have (Unicode standard, table 3-7).
struct Lead {
    std::size_t bytes;
    unsigned char low;
    unsigned char high;
};

Lead leadOf(unsigned char byte)
{
    if (byte < 0x80)
        return { 1, 0, 0 };
    if (byte >= 0xC2 && byte <= 0xDF)
        return { 2, 0x80, 0xBF };
    if (byte >= 0xE0 && byte <= 0xEF)
        return { 3, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
            static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF) };
    if (byte >= 0xF0 && byte <= 0xF4)
        return { 4, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
            static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF) };
    return { 0, 0, 0 };
}

Part partAt(std::string_view text, std::size_t at)
{
    const Lead lead = leadOf(static_cast<unsigned char>(text[at]));
    if (lead.bytes == 0)
        return { 1, false };
    for (std::size_t i = 1; i < lead.bytes; ++i) {
        if (at + i >= text.size())
            return { i, false };
        const auto byte = static_cast<unsigned char>(text[at + i]);
        const bool fits = i == 1 ? byte >= lead.low && byte <= lead.high : (byte & 0xC0) == 0x80;
        if (!fits)
            return { i, false };
    }
    return { lead.bytes, true };
}

} // namespace

CodePoint codePointBefore(std::string_view text, std::size_t end)
{
    std::size_t begin = end - 1;
    while (begin > 0 && isContinuationByte(text[begin]))
        --begin;
    return codePointAt(text, begin);
}

void appendUtf8(std::string& text, char32_t value)
{
    const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xC0 | (value >> 6));
        put(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        put(0xE0 | (value >> 12));
        put(0x80 | ((value >> 6) & 0x3F));
        put(0x80 | (value & 0x3F));
    } else {
        put(0xF0 | (value >> 18));
        put(0x80 | ((value >> 12) & 0x3F));
        put(0x80 | ((value >> 6) & 0x3F));
        put(0x80 | (value & 0x3F));
    }
}

std::string toUtf8(char32_t value)
{
    std::string text;
    appendUtf8(text, value);
    return text;
}

std::u32string toCodePoints(std::string_view validUtf8)
{
    std::u32string points;
    points.reserve(validUtf8.size());
    for (std::size_t at = 0; at < validUtf8.size();) {
        const CodePoint point = codePointAt(validUtf8, at);
        points.push_back(point.value);
        at += point.bytes;
    }
    return points;
}

bool isValidUtf8(std::string_view text)
{
    return simdjson::validate_utf8(text.data(), text.size());
}

std::string repairUtf8(std::string_view text)
{
    std::string repaired;
    repaired.reserve(text.size() + 8);
    for (std::size_t at = 0; at < text.size();) {
        const Part part = partAt(text, at);
        if (part.valid)
            repaired.append(text.substr(at, part.bytes));
        else
            repaired.append("\xEF\xBF\xBD");
        at += part.bytes;
    }
    return repaired;
}

std::size_t incompleteTail(std::string_view text)
{
    for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
        const std::size_t at = text.size() - back;
        if (isContinuationByte(text[at]))
            continue;
        const Part part = partAt(text, at);
        const Lead lead = leadOf(static_cast<unsigned char>(text[at]));
        return !part.valid && part.bytes == back && lead.bytes > back ? back : 0;
    }
    return 0;
}

} // namespace temper

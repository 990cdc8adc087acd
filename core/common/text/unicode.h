// SPDX-License-Identifier: Apache-2.0
// UTF-8 as bytes and code points: reading, writing, checking, repairing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace temper {

struct CodePoint {
    char32_t value = 0;
    std::uint32_t bytes = 0; // of its UTF-8 form
};

// The code point that begins at byte `at` of valid UTF-8.
inline CodePoint codePointAt(std::string_view text, std::size_t at)
{
    const auto byte
        = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
    const char32_t first = byte(0);
    if (first < 0x80)
        return { first, 1 };
    if (first < 0xE0)
        return { ((first & 0x1F) << 6) | (byte(1) & 0x3F), 2 };
    if (first < 0xF0)
        return { ((first & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3 };
    return { ((first & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F),
        4 };
}

inline bool isContinuationByte(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// The code point that ends before byte `end` (above 0) of valid UTF-8.
CodePoint codePointBefore(std::string_view text, std::size_t end);

void appendUtf8(std::string& text, char32_t value);
std::string toUtf8(char32_t value);
std::u32string toCodePoints(std::string_view validUtf8);

bool isValidUtf8(std::string_view text);
// U+FFFD for each maximal invalid part, as the Unicode standard (3.9, best practice) and Rust's
// from_utf8_lossy.
std::string repairUtf8(std::string_view text);

// Bytes at the end of `text` that begin a character which is not complete yet: 0 to 3.
std::size_t incompleteTail(std::string_view text);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// What kind of character a code point is, fast enough to ask for every character of a text.
#pragma once

#include <cstdint>

namespace temper {

// Sets of the Unicode Character Database; a code point may be in several.
enum CharacterFlag : std::uint8_t {
    kLetter = 1, // general category L
    kNumber = 2, // N
    kWhiteSpace = 4, // property White_Space
    kMark = 8, // M
    kNonspacingMark = 16, // Mn
    kPunctuation = 32, // P as of Unicode 8, and the ASCII symbols that BERT takes for punctuation
    kWordCharacter = 64, // Alphabetic, M, Nd, Pc, Join_Control: \w
    kControl = 128, // Cc, Cf, Co
};

// One byte for each code point of the planes that hold characters; the rest is unassigned or private.
class CharacterClasses {
public:
    CharacterClasses();

    std::uint8_t flags(char32_t value) const
    {
        return value < kCovered ? m_flags[value] : flagsBeyond(value);
    }
    bool is(char32_t value, CharacterFlag flag) const { return (flags(value) & flag) != 0; }

private:
    static constexpr char32_t kCovered = 0x40000;
    static std::uint8_t flagsBeyond(char32_t value);
    std::uint8_t m_flags[kCovered];
};

// The table, made on first use and never changed.
const CharacterClasses& characterClasses();

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/byte_letters.h"

#include "core/common/text/unicode.h"

#include <array>

namespace temper {

namespace {

constexpr bool standsForItself(int byte)
{
    return (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || (byte >= 0xAE && byte <= 0xFF);
}

constexpr int kShifted = 68; // bytes that do not stand for themselves; their letters begin at U+0100

struct Alphabet {
    std::array<char16_t, 256> letters {};
    std::array<unsigned char, kShifted> bytes {};
};

constexpr Alphabet makeAlphabet()
{
    Alphabet alphabet;
    int shifted = 0;
    for (int byte = 0; byte < 256; ++byte) {
        const auto index = static_cast<std::size_t>(byte);
        if (standsForItself(byte)) {
            alphabet.letters[index] = static_cast<char16_t>(byte);
        } else {
            alphabet.letters[index] = static_cast<char16_t>(0x100 + shifted);
            alphabet.bytes[static_cast<std::size_t>(shifted++)] = static_cast<unsigned char>(byte);
        }
    }
    return alphabet;
}

constexpr Alphabet kAlphabet = makeAlphabet();

} // namespace

char32_t letterOfByte(unsigned char byte)
{
    return kAlphabet.letters[byte];
}

std::optional<unsigned char> byteOfLetter(char32_t letter)
{
    if (letter < 0x100)
        return standsForItself(static_cast<int>(letter)) ? std::optional(static_cast<unsigned char>(letter))
                                                         : std::nullopt;
    if (letter < 0x100 + kShifted)
        return kAlphabet.bytes[letter - 0x100];
    return std::nullopt;
}

std::string bytesToLetters(std::string_view bytes)
{
    std::string letters;
    letters.reserve(bytes.size() * 2);
    for (const char byte : bytes)
        appendUtf8(letters, letterOfByte(static_cast<unsigned char>(byte)));
    return letters;
}

std::optional<std::string> lettersToBytes(std::string_view letters)
{
    std::string bytes;
    bytes.reserve(letters.size());
    for (std::size_t at = 0; at < letters.size();) {
        const CodePoint point = codePointAt(letters, at);
        const auto byte = byteOfLetter(point.value);
        if (!byte)
            return std::nullopt;
        bytes.push_back(static_cast<char>(*byte));
        at += point.bytes;
    }
    return bytes;
}

} // namespace temper

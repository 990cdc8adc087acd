// SPDX-License-Identifier: Apache-2.0
// The 256 printable letters in which byte-level vocabularies (GPT-2's) are written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace temper {

char32_t letterOfByte(unsigned char byte);
std::optional<unsigned char> byteOfLetter(char32_t letter);

std::string bytesToLetters(std::string_view bytes);
// Nothing when a character is not one of the 256.
std::optional<std::string> lettersToBytes(std::string_view letters);

} // namespace temper

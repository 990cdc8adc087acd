// SPDX-License-Identifier: Apache-2.0
// Which character encoding a text file is written in, and reading it as UTF-8 whatever it is.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace temper {

struct TextEncoding {
    std::string name = "UTF-8"; // as ICU and IANA spell it
    std::size_t markBytes = 0; // length of the byte order mark, 0 when there is none
    double confidence = 1.0; // 1: a mark or valid UTF-8; else what the detector says
};

// From the bytes of a file's beginning. Rules in order: a byte order mark; zero bytes in the pattern of
// UTF-16/32; valid UTF-8 (up to one bad byte for two good characters that are not ASCII: other encodings
// hardly ever look like it; the rows concerned are listed); ICU's detector together with a strict trial of
// the Chinese, Japanese and Korean encodings. Throws Error(Input) for what is no text.
TextEncoding detectEncoding(std::string_view head, const std::string& subject);

// As above, reading as much of the file as it takes to meet text that is not ASCII.
TextEncoding detectEncodingOfFile(const std::filesystem::path& path);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// The JSON at the front of a safetensors file, read key by key so that a key given twice cannot hide another.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

struct SafetensorsEntry {
    std::string name;
    std::string type; // as written, "BF16"
    std::vector<std::int64_t> shape;
    std::vector<std::uint64_t> offsets; // begin and end within the data
};

struct SafetensorsHeader {
    std::vector<SafetensorsEntry> entries; // in the order of the text
    std::map<std::string, std::string> metadata;
};

// Checks the form alone: every entry has dtype, shape and two offsets, once. Throws Error(Input) with
// `subject` (the file).
SafetensorsHeader parseSafetensorsHeader(std::string_view text, const std::string& subject);

} // namespace temper

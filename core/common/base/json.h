// SPDX-License-Identifier: Apache-2.0
// JSON as Temper uses it: nlohmann's types, and parsing that fails with a sentence naming the file.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace temper {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json; // keeps the order of keys

// Parses UTF-8 text; `subject` names it in the Error (a path, or path:line).
Json parseJson(std::string_view text, const std::string& subject);
OrderedJson parseOrderedJson(std::string_view text, const std::string& subject);
Json readJsonFile(const std::filesystem::path& path);
OrderedJson readOrderedJsonFile(const std::filesystem::path& path);

// One line of text; invalid UTF-8 becomes U+FFFD instead of an exception.
std::string toLine(const Json& value);
std::string toLine(const OrderedJson& value);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/json.h"

#include "core/common/base/error.h"
#include "core/common/base/text_file.h"

namespace temper {

namespace {

// Foreign JSON may nest as deep as it likes: a limit keeps the parser's stack safe.
constexpr int kMaximumDepth = 512;

void refuseDeepNesting(std::string_view text, const std::string& subject)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kMaximumDepth)
                throw Error(ErrorKind::Input, "the JSON nests deeper than 512 levels.", subject);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
}

template <typename T> T parse(std::string_view text, const std::string& subject)
{
    refuseDeepNesting(text, subject);
    try {
        return T::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        throw Error(ErrorKind::Input,
            "is not valid JSON at byte " + std::to_string(error.byte) + ".", subject,
            "Check that the file is complete.");
    }
}

} // namespace

Json parseJson(std::string_view text, const std::string& subject) { return parse<Json>(text, subject); }

OrderedJson parseOrderedJson(std::string_view text, const std::string& subject)
{
    return parse<OrderedJson>(text, subject);
}

Json readJsonFile(const std::filesystem::path& path) { return parseJson(readTextFile(path), path.string()); }

OrderedJson readOrderedJsonFile(const std::filesystem::path& path)
{
    return parseOrderedJson(readTextFile(path), path.string());
}

std::string toLine(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string toLine(const OrderedJson& value)
{
    return value.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/json_dom.h"

#include "core/common/base/error.h"

#include <initializer_list>

namespace temper {

using simdjson::dom::element;
using simdjson::dom::element_type;

namespace {

// Whether the text would go on: something is open at its end, and nothing was closed that was not open.
bool isCutOff(std::string_view text)
{
    std::string open;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '{' || c == '['))
            open.push_back(c == '{' ? '}' : ']');
        else if (!inString && (c == '}' || c == ']')) {
            if (open.empty() || open.back() != c)
                return false;
            open.pop_back();
        }
    }
    return inString || !open.empty();
}

// The first of `words` that stands outside of texts; empty: none.
std::string_view bareWord(std::string_view text, std::initializer_list<std::string_view> words)
{
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (inString && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            inString = !inString;
        if (inString || i >= text.size())
            continue;
        for (const std::string_view word : words)
            if (text.substr(i).starts_with(word))
                return word;
    }
    return {};
}

} // namespace

std::string tooManyFields(std::size_t fields)
{
    return "has " + std::to_string(fields) + " fields; at most " + std::to_string(kMostFields) + " are read.";
}

OrderedJson jsonOf(const element& value)
{
    switch (value.type()) {
    case element_type::ARRAY: {
        OrderedJson list = OrderedJson::array();
        const simdjson::dom::array items = value.get_array();
        for (const element item : items)
            list.push_back(jsonOf(item));
        return list;
    }
    case element_type::OBJECT: {
        OrderedJson object = OrderedJson::object();
        const simdjson::dom::object fields = value.get_object();
        if (fields.size() > kMostFields)
            throw Error(ErrorKind::Input, tooManyFields(fields.size()));
        for (const auto field : fields)
            object[std::string(field.key)] = jsonOf(field.value);
        return object;
    }
    case element_type::INT64:
        return std::int64_t(value.get_int64());
    case element_type::UINT64:
        return std::uint64_t(value.get_uint64());
    case element_type::DOUBLE:
        return double(value.get_double());
    case element_type::STRING:
        return std::string(std::string_view(value.get_string()));
    case element_type::BOOL:
        return bool(value.get_bool());
    case element_type::NULL_VALUE:
        break;
    }
    return nullptr;
}

std::string jsonFault(simdjson::error_code code, std::string_view text)
{
    if (code == simdjson::UTF8_ERROR)
        return "holds bytes that are not valid UTF-8.";
    if (code == simdjson::DEPTH_ERROR)
        return "nests deeper than 512 levels.";
    if (isCutOff(text))
        return "the JSON is cut off in the middle of this row.";
    if (code == simdjson::STRING_ERROR && text.find("\\u") != std::string_view::npos)
        return "a text holds an escape that is no character (half of a surrogate pair, as \\ud800).";
    if (code == simdjson::STRING_ERROR)
        return "a text holds an escape that JSON does not know.";
    if (code == simdjson::NUMBER_ERROR)
        return "holds a number that JSON does not allow.";
    if (const std::string_view word = bareWord(text, { "NaN", "Infinity", "None", "True", "False" });
        !word.empty())
        return "holds " + std::string(word) + ", which is Python's and not JSON's.";
    return "is not valid JSON.";
}

std::string_view kindOf(const element& value)
{
    switch (value.type()) {
    case element_type::ARRAY:
        return "a list";
    case element_type::OBJECT:
        return "an object";
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE:
        return "a number";
    case element_type::STRING:
        return "a text";
    case element_type::BOOL:
        return "true or false";
    case element_type::NULL_VALUE:
        break;
    }
    return "null";
}

bool lastField(const simdjson::dom::object& object, std::string_view name, element& out)
{
    bool found = false;
    for (const auto field : object)
        if (field.key == name) {
            out = field.value;
            found = true;
        }
    return found;
}

bool scalarText(const element& value, std::string& out)
{
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) {
        out = text;
        return true;
    }
    if (value.is_null() || value.is_array() || value.is_object())
        return false;
    out = simdjson::minify(value);
    return true;
}

} // namespace temper

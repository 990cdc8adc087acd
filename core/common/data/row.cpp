// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/row.h"

#include <algorithm>
#include <cstring>
#include <iterator>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace temper {

namespace {

void appendMessage(const Message& message, std::string& out)
{
    const bool hasOwnContent = message.more.is_object() && message.more.contains("content");
    out += "{\"role\":";
    appendJsonString(out, message.role);
    out += ",\"content\":";
    if (hasOwnContent)
        out += toLine(message.more["content"]);
    else
        appendJsonString(out, message.content);
    if (message.more.is_object())
        for (const auto& [key, value] : message.more.items()) {
            if (key == "content")
                continue;
            out.push_back(',');
            appendJsonString(out, key);
            out.push_back(':');
            out += toLine(value);
        }
    out.push_back('}');
}

void appendIntegers(const std::vector<std::int32_t>& values, std::string& out)
{
    out.push_back('[');
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0)
            out.push_back(',');
        out += std::to_string(values[i]);
    }
    out.push_back(']');
}

} // namespace

void appendJsonString(std::string& out, std::string_view text)
{
    constexpr char kHex[] = "0123456789abcdef";
    out.push_back('"');
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(text, plain, i - plain);
        plain = i + 1;
        out.push_back('\\');
        if (c == '"' || c == '\\')
            out.push_back(static_cast<char>(c));
        else if (c == '\n')
            out.push_back('n');
        else if (c == '\r')
            out.push_back('r');
        else if (c == '\t')
            out.push_back('t');
        else
            out.append({ 'u', '0', '0', kHex[c >> 4], kHex[c & 15] });
    }
    out.append(text, plain, text.size() - plain);
    out.push_back('"');
}

OrderedJson messagesJson(const DataRow& row)
{
    OrderedJson messages = OrderedJson::array();
    for (const Message& message : row.messages) {
        OrderedJson object = OrderedJson::object();
        object["role"] = message.role;
        object["content"] = message.content;
        if (message.more.is_object())
            for (const auto& [key, value] : message.more.items())
                object[key] = value;
        messages.push_back(std::move(object));
    }
    return messages;
}

void appendContentJson(const DataRow& row, std::string& out)
{
    switch (row.kind) {
    case RowKind::Chat:
        out += "{\"messages\":[";
        for (std::size_t i = 0; i < row.messages.size(); ++i) {
            if (i > 0)
                out.push_back(',');
            appendMessage(row.messages[i], out);
        }
        out.push_back(']');
        if (!row.tools.is_null())
            out += ",\"tools\":" + toLine(row.tools);
        break;
    case RowKind::Prompt:
        out += "{\"prompt\":";
        appendJsonString(out, row.prompt);
        out += ",\"completion\":";
        appendJsonString(out, row.completion);
        break;
    case RowKind::Text:
        out += "{\"text\":";
        appendJsonString(out, row.text);
        break;
    case RowKind::Tokens:
        out += "{\"input_ids\":";
        appendIntegers(row.ids, out);
        out += ",\"labels\":";
        appendIntegers(row.labels, out);
        break;
    }
    out.push_back('}');
}

std::string contentJson(const DataRow& row)
{
    std::string out;
    appendContentJson(row, out);
    return out;
}

ContentHash contentHash(std::string_view content)
{
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(content.data(), content.size()));
    ContentHash hash;
    std::memcpy(hash.data(), canonical.digest, hash.size());
    return hash;
}

std::string readableText(const DataRow& row)
{
    std::string out;
    const auto add = [&out](std::string_view text) {
        if (!out.empty() && !text.empty())
            out.push_back('\n');
        out += text;
    };
    for (const Message& message : row.messages) {
        add(message.content);
        if (message.more.is_object() && message.more.contains("tool_calls"))
            add(toLine(message.more["tool_calls"]));
    }
    add(row.prompt);
    add(row.completion);
    add(row.text);
    return out;
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/turns.h"

#include "core/common/data/json_dom.h"

#include <algorithm>
#include <array>
#include <utility>

namespace temper {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kRoles = { {
    { "user", "user" },
    { "human", "user" },
    { "prompter", "user" },
    { "assistant", "assistant" },
    { "gpt", "assistant" },
    { "chatgpt", "assistant" },
    { "bot", "assistant" },
    { "bard", "assistant" },
    { "bing", "assistant" },
    { "model", "assistant" },
    { "function_call", "assistant" },
    { "system", "system" },
    { "developer", "system" },
    { "tool", "tool" },
    { "observation", "tool" },
    { "function", "tool" },
    { "function_response", "tool" },
    { "ipython", "tool" },
} };

std::string_view canonicalRole(std::string_view role)
{
    const auto found
        = std::find_if(kRoles.begin(), kRoles.end(), [&](const auto& entry) { return entry.first == role; });
    return found == kRoles.end() ? std::string_view {} : found->second;
}

// {"name", "arguments"} or a list of them, as tool calls of an assistant's turn.
bool toolCalls(const std::string& text, OrderedJson& calls)
{
    OrderedJson value = OrderedJson::parse(text, nullptr, false);
    if (value.is_object())
        value = OrderedJson::array({ value });
    if (!value.is_array() || value.empty())
        return false;
    calls = OrderedJson::array();
    for (OrderedJson& call : value) {
        if (!call.is_object() || !call.contains("name"))
            return false;
        calls.push_back({ { "type", "function" }, { "function", std::move(call) } });
    }
    return true;
}

} // namespace

bool TurnReader::isRoleKey(std::string_view key) const
{
    return key == "role" || key == "from" || (!m_tags.role.empty() && key == m_tags.role);
}

bool TurnReader::isContentKey(std::string_view key) const
{
    return key == "content" || key == "value" || (!m_tags.content.empty() && key == m_tags.content);
}

bool TurnReader::readRole(const object& turn, std::string_view& role) const
{
    element value;
    const bool named = ((!m_tags.role.empty() && lastField(turn, m_tags.role, value))
                           || lastField(turn, "role", value) || lastField(turn, "from", value))
        && value.get(role) == simdjson::SUCCESS;
    if (const auto usual = m_tags.roles.find(std::string(named ? role : "")); usual != m_tags.roles.end())
        role = usual->second;
    return named;
}

bool TurnReader::list(const element& value, array& out)
{
    if (value.get(out) == simdjson::SUCCESS)
        return true;
    std::string_view text;
    element parsed;
    return value.get(text) == simdjson::SUCCESS
        && m_parser.parse(text.data(), text.size()).get(parsed) == simdjson::SUCCESS
        && parsed.get(out) == simdjson::SUCCESS;
}

bool TurnReader::readContent(const element& content, Message& message, RowProblem& problem)
{
    array parts;
    if (content.is_null()) {
        message.more["content"] = nullptr;
        return true;
    }
    if (content.get(parts) != simdjson::SUCCESS) {
        if (scalarText(content, message.content))
            return true;
        problem.reason = "is an object, a text was expected.";
        return false;
    }
    for (const element part : parts) {
        std::string_view text;
        if (part.get(text) != simdjson::SUCCESS && part["text"].get(text) != simdjson::SUCCESS) {
            std::string_view type;
            if (part["type"].get(type) != simdjson::SUCCESS)
                type = "unknown";
            problem.reason = "holds a part of type " + std::string(type) + "; only text can be used.";
            return false;
        }
        message.content += text;
    }
    return true;
}

bool TurnReader::readTurn(const object& turn, Message& message, RowProblem& problem)
{
    std::string_view role;
    element value;
    if (!readRole(turn, role)) {
        problem.reason = "has no role.";
        return false;
    }
    message.role = canonicalRole(role);
    if (message.role.empty()) {
        problem.reason = "has the unknown role \"" + std::string(role.substr(0, 60)) + "\".";
        return false;
    }
    const bool hasContent = (!m_tags.content.empty() && lastField(turn, m_tags.content, value))
        || lastField(turn, "content", value) || lastField(turn, "value", value);
    for (const auto field : turn)
        if (!isRoleKey(field.key) && !isContentKey(field.key))
            message.more[std::string(field.key)] = jsonOf(field.value);
    const bool calls = message.more.is_object() && message.more.contains("tool_calls");
    if (!hasContent && !calls) {
        problem.reason = "has no content.";
        return false;
    }
    if (hasContent && !readContent(value, message, problem))
        return false;
    OrderedJson found;
    if (role == "function_call" && toolCalls(message.content, found)) {
        message.more["tool_calls"] = std::move(found);
        message.content.clear();
    }
    return true;
}

bool TurnReader::read(const element& value,
    const std::string& column,
    std::vector<Message>& messages,
    RowProblem& problem)
{
    array turns;
    if (!list(value, turns)) {
        problem = { {}, 0, column, "is " + std::string(kindOf(value)) + ", a list of turns was expected." };
        return false;
    }
    if (turns.size() == 0) {
        problem = { {}, 0, column, "is empty." };
        return false;
    }
    for (const element turn : turns) {
        object fields;
        Message message;
        if (turn.get(fields) != simdjson::SUCCESS)
            problem.reason = "is " + std::string(kindOf(turn)) + ", an object was expected.";
        else if (readTurn(fields, message, problem)) {
            messages.push_back(std::move(message));
            continue;
        }
        problem.field = column + "[" + std::to_string(messages.size()) + "]";
        return false;
    }
    return true;
}

bool TurnReader::readHistory(const element& value,
    const std::string& column,
    std::vector<Message>& messages,
    RowProblem& problem)
{
    array pairs;
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS && text.empty())
        return true;
    bool good = list(value, pairs);
    if (good)
        for (const element pair : pairs) {
            std::string_view question;
            std::string_view answer;
            good = good && pair.at(0).get(question) == simdjson::SUCCESS
                && pair.at(1).get(answer) == simdjson::SUCCESS;
            messages.push_back({ "user", std::string(question), nullptr });
            messages.push_back({ "assistant", std::string(answer), nullptr });
        }
    if (!good)
        problem = { {}, 0, column, "is not a list of [question, answer] pairs." };
    return good;
}

bool TurnReader::readTools(const element& value,
    const std::string& column,
    OrderedJson& tools,
    RowProblem& problem)
{
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS && text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return true;
    array entries;
    if (!list(value, entries)) {
        problem = { {}, 0, column, "is not a list of tools." };
        return false;
    }
    if (entries.size() == 0)
        return true;
    tools = OrderedJson::array();
    for (const element entry : entries) {
        OrderedJson tool = jsonOf(entry);
        const bool bare = tool.is_object() && tool.contains("name") && !tool.contains("function");
        tools.push_back(
            bare ? OrderedJson { { "type", "function" }, { "function", std::move(tool) } } : std::move(tool));
    }
    return true;
}

} // namespace temper

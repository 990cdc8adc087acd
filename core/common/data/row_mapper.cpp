// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/row_mapper.h"

#include "core/common/base/error.h"
#include "core/common/data/json_dom.h"
#include "core/common/data/json_numbers.h"
#include "core/common/data/record.h"
#include "core/common/data/turns.h"

#include <algorithm>
#include <limits>

namespace temper {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

struct RowMapper::State {
    Layout layout;
    simdjson::dom::parser parser;
    TurnReader turns;

    const element* find(const object& row, const char* meaning)
    {
        const auto column = layout.columns.find(meaning);
        if (column == layout.columns.end() || !lastField(row, column->second, found) || found.is_null())
            return nullptr;
        return &found;
    }
    std::string columnOf(const char* meaning) const
    {
        const auto column = layout.columns.find(meaning);
        return column == layout.columns.end() ? meaning : column->second;
    }
    // Text of a column; false and a problem for a list or object.
    bool text(const object& row, const char* meaning, std::string& out, RowProblem& problem)
    {
        const element* value = find(row, meaning);
        if (!value || scalarText(*value, out))
            return true;
        problem
            = { {}, 0, columnOf(meaning), "is " + std::string(kindOf(*value)) + ", a text was expected." };
        return false;
    }
    bool requireText(const object& row, const char* meaning, std::string& out, RowProblem& problem)
    {
        if (!text(row, meaning, out, problem))
            return false;
        if (find(row, meaning) == nullptr)
            problem = { {}, 0, columnOf(meaning), "is missing." };
        else if (out.find_first_not_of(" \t\r\n") == std::string::npos
            && layout.strictness == Strictness::Imported)
            problem = { {}, 0, columnOf(meaning), "is empty." };
        return problem.reason.empty();
    }

    bool tokens(const object& row, DataRow& out, RowProblem& problem);
    bool
    integers(const object& row, const char* meaning, std::vector<std::int32_t>& out, RowProblem& problem);
    bool conversation(const object& row, DataRow& out, RowProblem& problem);
    bool instruction(const object& row, DataRow& out, RowProblem& problem);
    bool promptCompletion(const object& row, DataRow& out, RowProblem& problem);
    bool plainText(const object& row, DataRow& out, RowProblem& problem);
    bool fill(const object& row, DataRow& out, RowProblem& problem);
    bool systemAndTools(const object& row, DataRow& out, RowProblem& problem);
    bool answered(const DataRow& row, const object& source, RowProblem& problem) const;
    void keepExtra(const object& row, DataRow& out) const;

    // `json` is followed by kRecordPadding readable bytes.
    simdjson::error_code parse(std::string_view json, element& root)
    {
        return parser.parse(json.data(), json.size(), false).get(root);
    }

    element found;
};

bool RowMapper::State::integers(const object& row,
    const char* meaning,
    std::vector<std::int32_t>& out,
    RowProblem& problem)
{
    const element* value = find(row, meaning);
    array list;
    if (!value || value->get(list) != simdjson::SUCCESS) {
        problem = { {}, 0, columnOf(meaning), value ? "is not a list of token ids." : "is missing." };
        return false;
    }
    for (const element item : list) {
        std::int64_t number = 0;
        if (item.get(number) != simdjson::SUCCESS || number < -100
            || number > std::numeric_limits<std::int32_t>::max()) {
            problem = { {}, 0, columnOf(meaning), "holds something that is not a token id." };
            return false;
        }
        out.push_back(static_cast<std::int32_t>(number));
    }
    return true;
}

bool RowMapper::State::tokens(const object& row, DataRow& out, RowProblem& problem)
{
    out.kind = RowKind::Tokens;
    if (!integers(row, "input_ids", out.ids, problem))
        return false;
    if (find(row, "labels") && !integers(row, "labels", out.labels, problem))
        return false;
    if (out.labels.empty())
        out.labels = out.ids;
    if (out.ids.empty())
        problem = { {}, 0, columnOf("input_ids"), "is empty." };
    else if (*std::min_element(out.ids.begin(), out.ids.end()) < 0)
        problem = { {}, 0, columnOf("input_ids"), "holds a negative token id." };
    else if (out.labels.size() != out.ids.size())
        problem = { {}, 0, columnOf("labels"),
            "has " + std::to_string(out.labels.size()) + " entries where " + columnOf("input_ids") + " has "
                + std::to_string(out.ids.size()) + "." };
    return problem.reason.empty();
}

bool RowMapper::State::systemAndTools(const object& row, DataRow& out, RowProblem& problem)
{
    std::string system;
    if (!text(row, "system", system, problem))
        return false;
    const bool hasSystem = !out.messages.empty() && out.messages.front().role == "system";
    if (!system.empty() && !hasSystem)
        out.messages.insert(out.messages.begin(), Message { "system", system, nullptr });
    if (const element* tools = find(row, "tools"))
        return turns.readTools(*tools, columnOf("tools"), out.tools, problem);
    return true;
}

// Preference rows answer in chosen and rejected instead.
bool RowMapper::State::answered(const DataRow& row, const object& source, RowProblem& problem) const
{
    const bool has = std::any_of(row.messages.begin(), row.messages.end(), [](const Message& message) {
        const bool calls = message.more.is_object() && message.more.contains("tool_calls");
        return message.role == "assistant" && (!message.content.empty() || calls);
    });
    element chosen;
    if (has || layout.strictness == Strictness::Stored
        || source.at_key("chosen").get(chosen) == simdjson::SUCCESS)
        return true;
    problem = { {}, 0, columnOf(layout.columns.contains("messages") ? "messages" : "answer"),
        "holds no answer of the assistant." };
    return false;
}

bool RowMapper::State::conversation(const object& row, DataRow& out, RowProblem& problem)
{
    out.kind = RowKind::Chat;
    const element* value = find(row, "messages");
    if (!value) {
        problem = { {}, 0, columnOf("messages"), "is missing." };
        return false;
    }
    return turns.read(*value, columnOf("messages"), out.messages, problem)
        && systemAndTools(row, out, problem) && answered(out, row, problem);
}

bool RowMapper::State::instruction(const object& row, DataRow& out, RowProblem& problem)
{
    out.kind = RowKind::Chat;
    std::string prompt;
    std::string input;
    std::string answer;
    if (!text(row, "prompt", prompt, problem) || !text(row, "input", input, problem))
        return false;
    if (const element* history = find(row, "history");
        history && !turns.readHistory(*history, columnOf("history"), out.messages, problem))
        return false;
    if (prompt.empty() && input.empty()) {
        problem = { {}, 0, columnOf("prompt"), find(row, "prompt") ? "is empty." : "is missing." };
        return false;
    }
    out.messages.push_back({ "user",
        input.empty()        ? prompt
            : prompt.empty() ? input
                             : prompt + "\n" + input,
        nullptr });
    const bool preference = layout.columns.contains("answer") && columnOf("answer") == "chosen";
    if (!preference) {
        if (!requireText(row, "answer", answer, problem))
            return false;
        out.messages.push_back({ "assistant", std::move(answer), nullptr });
    }
    return systemAndTools(row, out, problem);
}

bool RowMapper::State::promptCompletion(const object& row, DataRow& out, RowProblem& problem)
{
    const element* prompt = find(row, "prompt");
    if (prompt && prompt->is_array()) { // both as lists of messages
        out.kind = RowKind::Chat;
        if (!turns.read(*prompt, columnOf("prompt"), out.messages, problem))
            return false;
        const element* completion = find(row, "completion");
        return completion && turns.read(*completion, columnOf("completion"), out.messages, problem);
    }
    out.kind = RowKind::Prompt;
    return text(row, "prompt", out.prompt, problem)
        && requireText(row, "completion", out.completion, problem);
}

bool RowMapper::State::plainText(const object& row, DataRow& out, RowProblem& problem)
{
    out.kind = RowKind::Text;
    return requireText(row, "text", out.text, problem);
}

bool RowMapper::State::fill(const object& row, DataRow& out, RowProblem& problem)
{
    switch (layout.schema) {
    case Schema::Tokens:
        return tokens(row, out, problem);
    case Schema::Messages:
    case Schema::ShareGpt:
        return conversation(row, out, problem);
    case Schema::Alpaca:
    case Schema::QuestionAnswer:
        return instruction(row, out, problem);
    case Schema::PromptCompletion:
        return promptCompletion(row, out, problem);
    case Schema::Text:
        return plainText(row, out, problem);
    }
    return false;
}

void RowMapper::State::keepExtra(const object& row, DataRow& out) const
{
    const auto isUsed = [&](std::string_view key) {
        return std::any_of(layout.columns.begin(), layout.columns.end(),
            [&](const auto& entry) { return entry.second == key && key != "chosen"; });
    };
    for (const auto field : row) {
        if (isUsed(field.key))
            continue;
        if (out.extra.is_null())
            out.extra = OrderedJson::object();
        out.extra[std::string(field.key)] = jsonOf(field.value);
    }
}

namespace {

std::string_view withoutPadding(std::string_view json)
{
    return json.substr(0, json.size() - kRecordPadding);
}

} // namespace

RowMapper::RowMapper(Layout layout)
    : m_state(std::make_unique<State>())
{
    m_state->layout = std::move(layout);
    m_state->turns.setTags(m_state->layout.tags);
}

RowMapper::~RowMapper() = default;
RowMapper::RowMapper(RowMapper&&) noexcept = default;

const Layout& RowMapper::layout() const
{
    return m_state->layout;
}

bool RowMapper::map(std::string_view json, DataRow& row, RowProblem& problem)
{
    row = {};
    problem = {};
    element root;
    std::string exact;
    if (hasLongNumber(json))
        exact = withExactNumbers(json);
    auto code = m_state->parse(exact.empty() ? json : withoutPadding(exact), root);
    if (code != simdjson::SUCCESS && exact.empty()) { // a short one may be too large as well
        exact = withExactNumbers(json);
        code = exact.empty() ? code : m_state->parse(withoutPadding(exact), root);
    }
    if (code != simdjson::SUCCESS) {
        problem.reason = jsonFault(code, json);
        return false;
    }
    object fields;
    if (root.get(fields) != simdjson::SUCCESS) {
        problem.reason = "is " + std::string(kindOf(root)) + ", an object was expected.";
        return false;
    }
    if (fields.size() > kMostFields) {
        problem.reason = tooManyFields(fields.size());
        return false;
    }
    try {
        if (!m_state->fill(fields, row, problem))
            return false;
        m_state->keepExtra(fields, row);
    } catch (const Error& error) { // of a list or an object within
        problem.reason = error.sentence();
        return false;
    }
    return true;
}

} // namespace temper

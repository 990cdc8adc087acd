// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/prompt_batch.h"

#include "core/common/base/error.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/data/format.h"
#include "core/common/project/conversation_json.h"
#include "core/common/recipe/recipe_value.h"

#include <fmt/format.h>

namespace temper {

namespace fs = std::filesystem;

namespace {

Json userSays(const std::string& text)
{
    return Json::array({ { { "role", "user" }, { "content", text } } });
}

std::string textOf(const Json& row, const char* key)
{
    const auto found = row.find(key);
    return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// "from" and "value", "human" and "gpt" are ShareGPT's words.
Json messageOf(const Json& given)
{
    std::string role = textOf(given, given.contains("role") ? "role" : "from");
    if (role == "human")
        role = "user";
    if (role == "gpt" || role == "bot" || role == "model")
        role = "assistant";
    return { { "role", role },
        { "content", textOf(given, given.contains("content") ? "content" : "value") } };
}

Json messagesOf(const Json& list)
{
    Json messages = Json::array();
    for (const Json& given : list)
        if (given.is_object())
            messages.push_back(messageOf(given));
    while (!messages.empty() && messages.back()["role"] != "user")
        messages.erase(messages.size() - 1);
    return messages;
}

std::string onlyText(const Json& row)
{
    std::string text;
    for (const Json& value : row) {
        if (!value.is_string())
            continue;
        if (!text.empty())
            return {};
        text = value.get<std::string>();
    }
    return text;
}

std::string promptOf(const Json& row)
{
    if (const std::string prompt = textOf(row, "prompt"); !prompt.empty())
        return prompt;
    if (const std::string instruction = textOf(row, "instruction"); !instruction.empty()) {
        const std::string input = textOf(row, "input");
        return input.empty() ? instruction : instruction + "\n" + input;
    }
    for (const char* key : { "question", "text" })
        if (const std::string text = textOf(row, key); !text.empty())
            return text;
    return onlyText(row);
}

// Null where the row holds no prompt.
Json askedBy(const Json& row)
{
    for (const char* key : { "messages", "conversations" })
        if (row.contains(key) && row[key].is_array())
            return messagesOf(row[key]);
    const std::string prompt = promptOf(row);
    if (prompt.find_first_not_of(" \t\r\n") == std::string::npos)
        return {};
    Json messages = Json::array();
    if (const std::string system = textOf(row, "system"); !system.empty())
        messages.push_back({ { "role", "system" }, { "content", system } });
    messages.push_back(userSays(prompt)[0]);
    return messages;
}

void addRecord(std::string_view text, std::uint64_t line, PromptBatch& batch)
{
    const Json row = Json::parse(text, nullptr, false);
    const Json messages = row.is_object() ? askedBy(row) : Json();
    if (messages.empty()) {
        batch.problems.push_back({ utf8FromPath(batch.file), line, {}, "there is no prompt in this row." });
        return;
    }
    batch.prompts.push_back({ messages.back()["content"].get<std::string>(), messages });
}

std::string csvField(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

std::string csvLine(const BatchResult& result)
{
    std::string line = csvField(result.prompt.shown);
    for (const Side side : kSides) {
        const auto& answer = result.answers[side];
        line += "," + csvField(answer ? answer->text : "");
    }
    for (const Side side : kSides) {
        const auto& answer = result.answers[side];
        line += answer ? fmt::format(",{},{}", answer->tokens.size(), answerEndName(answer->end)) : ",,";
    }
    return line + "\r\n";
}

std::string jsonLine(const BatchResult& result)
{
    OrderedJson line { { "messages", result.prompt.messages } };
    for (const Side side : kSides)
        if (const auto& answer = result.answers[side])
            line[side == Side::Left ? "left" : "right"] = toJson(*answer, {});
    return toLine(line) + "\n";
}

} // namespace

PromptBatch readPromptBatch(const fs::path& file, const std::stop_token& stop)
{
    PromptBatch batch { file, {}, {} };
    const OpenedFile opened = openRecords(file, {});
    for (RecordBatch records; opened.reader->fill(records);) {
        throwIfStopped(stop);
        for (const RowProblem& problem : records.problems)
            batch.problems.push_back(problem);
        for (const Record& record : records.records)
            addRecord(records.text(record), record.line, batch);
    }
    if (batch.prompts.empty())
        throw Error(ErrorKind::Input, "there is no prompt in this file.", utf8FromPath(file),
            "Give a text with a prompt a line, or rows with \"prompt\" or \"messages\".");
    return batch;
}

void writeBatchResults(const fs::path& file, BatchFormat format, const std::vector<BatchResult>& results)
{
    AtomicFile out(file);
    if (format == BatchFormat::Csv)
        out.write("\xEF\xBB\xBFprompt,left,right,left_tokens,left_finish_reason,right_tokens,right_finish_"
                  "reason\r\n");
    for (const BatchResult& result : results)
        out.write(format == BatchFormat::Csv ? csvLine(result) : jsonLine(result));
    out.commit();
}

} // namespace temper

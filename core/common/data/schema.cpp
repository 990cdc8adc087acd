// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/schema.h"

#include "core/common/base/error.h"
#include "core/common/data/json_dom.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace temper {

namespace {

struct Meaning {
    const char* name;
    std::vector<const char*> columns; // in order of preference, lower case
    bool required = false;
};

struct SchemaRule {
    Schema schema;
    std::vector<Meaning> meanings;
};

// In order of preference: the first of those that fit best wins.
const std::vector<SchemaRule>& schemaRules()
{
    static const std::vector<SchemaRule> rules = {
        { Schema::Tokens, { { "input_ids", { "input_ids" }, true }, { "labels", { "labels" } } } },
        { Schema::Messages,
            { { "messages", { "messages", "conversations", "conversation", "dialogue", "dialog", "chat" },
                  true },
                { "system", { "system", "system_prompt" } }, { "tools", { "tools", "functions" } } } },
        { Schema::Alpaca,
            { { "prompt", { "instruction", "指令" }, true },
                { "answer", { "output", "response", "answer", "completion", "输出", "chosen" }, true },
                { "input", { "input", "context", "输入" } }, { "system", { "system", "system_prompt" } },
                { "history", { "history" } }, { "tools", { "tools" } } } },
        { Schema::PromptCompletion,
            { { "prompt", { "prompt" }, true }, { "completion", { "completion" }, true } } },
        { Schema::QuestionAnswer,
            { { "prompt", { "prompt", "question", "query", "user", "input", "问题", "问" }, true },
                { "answer",
                    { "response", "answer", "output", "assistant", "solution", "答案", "回答", "答",
                        "chosen" },
                    true },
                { "system", { "system", "system_prompt" } }, { "history", { "history" } } } },
        { Schema::Text, { { "text", { "text", "content", "document", "文本", "内容" }, true } } },
    };
    return rules;
}

constexpr std::array kMeanings = { "messages", "prompt", "input", "answer", "completion", "system", "history",
    "text", "tools", "input_ids", "labels" };

constexpr std::size_t kSampleRows = 200;

struct Column {
    std::string name;
    std::size_t present = 0; // rows where it is there and not null
    std::size_t lists = 0; // … and a list, or a text that holds one
};

struct Sample {
    std::vector<Column> columns; // in order of appearance
    std::size_t rows = 0;
    bool fromValue = false; // turns are called from/value
};

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
        [](unsigned char c) { return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c); });
    return out;
}

void lookAt(const simdjson::dom::object& object, Sample& sample)
{
    ++sample.rows;
    std::size_t looked = 0;
    for (const auto field : object) {
        if (++looked > kMostFields)
            return;
        auto column = std::find_if(sample.columns.begin(), sample.columns.end(),
            [&](const Column& c) { return c.name == field.key; });
        if (column == sample.columns.end() && sample.columns.size() < 1000)
            column = sample.columns.insert(column, Column { std::string(field.key) });
        if (column == sample.columns.end() || field.value.is_null())
            continue;
        ++column->present;
        std::string_view text;
        const bool isText = field.value.get(text) == simdjson::SUCCESS;
        if (field.value.is_array() || (isText && text.starts_with('[')))
            ++column->lists;
        std::string_view from;
        if (field.value.is_array() && field.value.at(0)["from"].get(from) == simdjson::SUCCESS)
            sample.fromValue = true;
    }
}

Sample sampleOf(const RecordBatch& batch)
{
    Sample sample;
    simdjson::dom::parser parser;
    for (const Record& record : batch.records) {
        simdjson::dom::object object;
        const std::string_view text = batch.text(record);
        if (parser.parse(text.data(), text.size(), false).get(object) == simdjson::SUCCESS)
            lookAt(object, sample);
        if (sample.rows == kSampleRows)
            break;
    }
    return sample;
}

const Column* bestColumn(const Sample& sample, const Meaning& meaning)
{
    const bool wantsList
        = std::string_view(meaning.name) == "messages" || std::string_view(meaning.name) == "input_ids";
    const Column* best = nullptr;
    for (const char* wanted : meaning.columns)
        for (const Column& column : sample.columns) {
            const std::size_t count = wantsList ? column.lists : column.present;
            if (lower(column.name) == wanted && count > 0 && (!best || count > best->present))
                best = &column;
        }
    return best;
}

// Fills `layout` from a rule, keeping what a person said; the confidence is 0 when something required is
// missing.
Layout tryRule(const SchemaRule& rule, const Sample& sample, const ColumnMap& told)
{
    Layout layout { rule.schema, told };
    for (const Meaning& meaning : rule.meanings) {
        if (told.contains(meaning.name))
            continue;
        const Column* column = bestColumn(sample, meaning);
        const bool taken = column
            && std::any_of(layout.columns.begin(), layout.columns.end(),
                [&](const auto& entry) { return entry.second == column->name; });
        if (column && !taken)
            layout.columns[meaning.name] = column->name;
        if (meaning.required) {
            const std::size_t rows = column && !taken ? column->present : 0;
            layout.confidence
                = std::min(layout.confidence, static_cast<double>(rows) / static_cast<double>(sample.rows));
        }
    }
    if (rule.schema == Schema::Messages && sample.fromValue)
        layout.schema = Schema::ShareGpt;
    return layout;
}

bool ruleTakes(const SchemaRule& rule, const ColumnMap& told)
{
    return std::all_of(told.begin(), told.end(), [&](const auto& entry) {
        return std::any_of(rule.meanings.begin(), rule.meanings.end(),
            [&](const Meaning& meaning) { return entry.first == meaning.name; });
    });
}

std::string columnNames(const Sample& sample)
{
    std::string names;
    for (std::size_t i = 0; i < sample.columns.size() && i < 20; ++i)
        names += (i > 0 ? ", " : "") + sample.columns[i].name;
    return names + (sample.columns.size() > 20 ? ", …" : "");
}

void checkTold(const Sample& sample, const ColumnMap& told, const std::string& subject)
{
    for (const auto& [meaning, name] : told) {
        const bool there = std::any_of(sample.columns.begin(), sample.columns.end(),
            [&, &wanted = name](const Column& c) { return c.name == wanted; });
        if (!there)
            throw Error(ErrorKind::Input,
                "has no column \"" + name + "\" (wanted as " + meaning + "); it has " + columnNames(sample)
                    + ".",
                subject, "Correct the column map.");
    }
}

} // namespace

std::string_view schemaName(Schema schema)
{
    switch (schema) {
    case Schema::Tokens:
        return "tokens";
    case Schema::Messages:
        return "messages";
    case Schema::ShareGpt:
        return "sharegpt";
    case Schema::Alpaca:
        return "alpaca";
    case Schema::QuestionAnswer:
        return "question-answer";
    case Schema::PromptCompletion:
        return "prompt-completion";
    case Schema::Text:
        return "text";
    }
    return {};
}

ColumnMap parseColumnMap(std::string_view text)
{
    ColumnMap map;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view entry = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        const std::size_t equals = entry.find('=');
        const std::string meaning(entry.substr(0, equals));
        if (equals == std::string_view::npos || equals + 1 == entry.size())
            throw Error(ErrorKind::Usage, "\"" + std::string(entry) + "\" is not of the form meaning=column.",
                "columns", "Write it as prompt=question,answer=solution.");
        if (std::find(kMeanings.begin(), kMeanings.end(), meaning) == kMeanings.end()) {
            std::string known;
            for (const char* name : kMeanings)
                known += (known.empty() ? "" : ", ") + std::string(name);
            throw Error(ErrorKind::Usage, "\"" + meaning + "\" is not a meaning a column can have.",
                "columns", "Use one of " + known + ".");
        }
        map[meaning] = entry.substr(equals + 1);
    }
    return map;
}

std::optional<Layout>
findLayout(const RecordBatch& batch, const ColumnMap& columns, const std::string& subject)
{
    const Sample sample = sampleOf(batch);
    if (sample.rows == 0)
        return std::nullopt;
    checkTold(sample, columns, subject);
    Layout best;
    best.confidence = 0;
    for (const SchemaRule& rule : schemaRules()) {
        if (!ruleTakes(rule, columns))
            continue;
        Layout layout = tryRule(rule, sample, columns);
        if (layout.confidence > best.confidence)
            best = std::move(layout);
    }
    if (best.confidence < 0.5)
        throw Error(ErrorKind::Input,
            "its columns are " + columnNames(sample)
                + ", and what they mean cannot be told from their names.",
            subject,
            "Say which is which, for example --columns prompt=COLUMN,answer=COLUMN (or messages=, text=, "
            "input_ids=).");
    return best;
}

} // namespace temper

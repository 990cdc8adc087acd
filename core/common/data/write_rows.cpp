// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/write_rows.h"

#include "core/common/base/error.h"

#include <initializer_list>

namespace temper {

namespace {

// A row as questions and answers in turn: what Alpaca can say.
struct Exchange {
    std::string system;
    OrderedJson history = OrderedJson::array();
    std::string instruction;
    std::string output;
};

DataRow asChat(const DataRow& row)
{
    DataRow chat = row;
    if (row.kind == RowKind::Prompt)
        chat.messages = { { "user", row.prompt, nullptr }, { "assistant", row.completion, nullptr } };
    return chat;
}

std::string noChat(const DataRow& row)
{
    if (row.kind == RowKind::Chat || row.kind == RowKind::Prompt)
        return {};
    return row.kind == RowKind::Text ? "is raw text, not a conversation."
                                     : "is tokenised, not a conversation.";
}

std::string exchangeOf(const DataRow& row, Exchange& exchange)
{
    const DataRow chat = asChat(row);
    std::size_t i = 0;
    if (i < chat.messages.size() && chat.messages[i].role == "system")
        exchange.system = chat.messages[i++].content;
    if (!chat.tools.is_null())
        return "names tools, which this format cannot hold.";
    if (i == chat.messages.size() || (chat.messages.size() - i) % 2 != 0)
        return "does not consist of questions with their answers.";
    for (; i < chat.messages.size(); i += 2) {
        const Message& question = chat.messages[i];
        const Message& answer = chat.messages[i + 1];
        if (question.role != "user" || answer.role != "assistant" || answer.more.is_object())
            return "does not consist of questions with their answers.";
        if (i + 2 < chat.messages.size())
            exchange.history.push_back(OrderedJson::array({ question.content, answer.content }));
        exchange.instruction = question.content;
        exchange.output = answer.content;
    }
    return {};
}

std::string alpacaJson(const DataRow& row, OrderedJson& out)
{
    Exchange exchange;
    if (const std::string reason = exchangeOf(row, exchange); !reason.empty())
        return reason;
    out = { { "instruction", exchange.instruction }, { "input", "" }, { "output", exchange.output } };
    if (!exchange.system.empty())
        out["system"] = exchange.system;
    if (!exchange.history.empty())
        out["history"] = exchange.history;
    return {};
}

// Several calls in one turn are a list, as the reader takes them.
std::string callsText(const OrderedJson& calls)
{
    OrderedJson functions = OrderedJson::array();
    for (const OrderedJson& call : calls)
        functions.push_back(call.is_object() ? call.value("function", call) : call);
    return toLine(functions.size() == 1 ? functions[0] : functions);
}

void shareGptJson(const DataRow& row, OrderedJson& out)
{
    const DataRow chat = asChat(row);
    OrderedJson turns = OrderedJson::array();
    const auto add = [&](const char* from, const std::string& value) {
        turns.push_back({ { "from", from }, { "value", value } });
    };
    for (const Message& message : chat.messages) {
        const bool calls = message.more.is_object() && message.more.contains("tool_calls");
        if (message.role == "system")
            add("system", message.content);
        else if (message.role == "user")
            add("human", message.content);
        else if (message.role == "tool")
            add("observation", message.content);
        else if (!message.content.empty() || !calls)
            add("gpt", message.content);
        if (calls)
            add("function_call", callsText(message.more["tool_calls"]));
    }
    out = { { "conversations", std::move(turns) } };
    if (!chat.tools.is_null())
        out["tools"] = toLine(chat.tools);
}

void addExtra(const DataRow& row, OrderedJson& out)
{
    if (row.extra.is_object())
        for (const auto& [key, value] : row.extra.items())
            if (!out.contains(key))
                out[key] = value;
}

std::string jsonLine(const DataRow& row)
{
    std::string line = contentJson(row);
    if (!row.extra.is_object() || row.extra.empty())
        return line;
    const std::string extra = toLine(row.extra);
    line.back() = ',';
    return line.append(extra, 1);
}

std::string csvLine(std::initializer_list<std::string_view> fields)
{
    std::string line;
    for (const std::string_view field : fields) {
        if (!line.empty())
            line.push_back(',');
        line.push_back('"');
        for (const char c : field) {
            if (c == '"')
                line.push_back('"');
            line.push_back(c);
        }
        line.push_back('"');
    }
    return line + "\r\n";
}

} // namespace

RowFormat parseRowFormat(std::string_view name)
{
    if (name == "jsonl")
        return RowFormat::JsonLines;
    if (name == "messages")
        return RowFormat::Messages;
    if (name == "alpaca")
        return RowFormat::Alpaca;
    if (name == "sharegpt")
        return RowFormat::ShareGpt;
    if (name == "csv")
        return RowFormat::Csv;
    throw Error(ErrorKind::Usage, "\"" + std::string(name) + "\" is not a format rows can be written in.",
        "--to", "Use jsonl, csv, alpaca, sharegpt or messages.");
}

RowWriter::RowWriter(const std::filesystem::path& path, RowFormat format, ByteOrderMark mark)
    : m_file(path)
    , m_format(format)
{
    if (mark == ByteOrderMark::Write)
        m_file.write("\xEF\xBB\xBF");
}

std::string RowWriter::writeCsv(const DataRow& row)
{
    if (m_rows == 0)
        m_csvKind = row.kind;
    if (row.kind != m_csvKind)
        return "is of another kind than the first row, so its columns differ.";
    std::string line;
    std::string header;
    if (row.kind == RowKind::Tokens)
        return "is tokenised, which a CSV file cannot hold.";
    if (row.kind == RowKind::Text) {
        header = "text\r\n";
        line = csvLine({ row.text });
    } else if (row.kind == RowKind::Prompt) {
        header = "prompt,completion\r\n";
        line = csvLine({ row.prompt, row.completion });
    } else {
        Exchange exchange;
        if (std::string reason = exchangeOf(row, exchange); !reason.empty())
            return reason;
        header = "instruction,input,output,system,history\r\n";
        line = csvLine({ exchange.instruction, "", exchange.output, exchange.system,
            exchange.history.empty() ? std::string() : toLine(exchange.history) });
    }
    m_file.write(m_rows == 0 ? header + line : line);
    return {};
}

std::string RowWriter::write(const DataRow& row)
{
    std::string reason
        = m_format == RowFormat::JsonLines || m_format == RowFormat::Csv ? std::string() : noChat(row);
    OrderedJson object;
    if (reason.empty() && m_format == RowFormat::Csv)
        reason = writeCsv(row);
    if (reason.empty() && m_format == RowFormat::Alpaca)
        reason = alpacaJson(row, object);
    if (!reason.empty())
        return reason;
    if (m_format == RowFormat::ShareGpt)
        shareGptJson(row, object);
    if (m_format == RowFormat::Alpaca || m_format == RowFormat::ShareGpt) {
        addExtra(row, object);
        m_file.write((m_rows == 0 ? "[\n" : ",\n") + toLine(object));
    } else if (m_format == RowFormat::Messages) {
        DataRow chat = asChat(row);
        chat.kind = RowKind::Chat;
        m_file.write(jsonLine(chat) + "\n");
    } else if (m_format == RowFormat::JsonLines) {
        m_file.write(jsonLine(row) + "\n");
    }
    ++m_rows;
    return {};
}

void RowWriter::finish()
{
    if (m_format == RowFormat::Alpaca || m_format == RowFormat::ShareGpt)
        m_file.write(m_rows == 0 ? "[]\n" : "\n]\n");
    m_file.commit();
}

} // namespace temper

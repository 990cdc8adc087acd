// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/read_json.h"

#include "core/common/base/error.h"
#include "core/common/data/json_scan.h"

#include <algorithm>
#include <array>

namespace temper {

namespace {

constexpr std::array<std::string_view, 9> kRowsKeys
    = { "rows", "data", "examples", "instances", "records", "items", "samples", "train", "dataset" };

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::size_t skipBlanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

std::string tooLong()
{
    return "is longer than " + std::to_string(kMaximumRowBytes >> 20) + " MiB and was passed over.";
}

class JsonLinesReader : public RecordReader {
public:
    explicit JsonLinesReader(std::unique_ptr<Utf8Stream> stream)
        : m_stream(std::move(stream))
    {
    }

    bool fill(RecordBatch& batch) override
    {
        batch.clear();
        batch.bytes.swap(m_rest);
        m_rest.clear();
        std::size_t searched = 0;
        std::size_t end = std::string::npos;
        while (end == std::string::npos && !m_ended) {
            m_ended = !m_stream->append(batch.bytes, kBatchBytes);
            end = lastLineEnd(batch.bytes, searched);
            searched = batch.bytes.size();
            if (end == std::string::npos && batch.bytes.size() > kMaximumRowBytes)
                passOverLine(batch);
        }
        if (m_ended)
            end = batch.bytes.size();
        m_rest.assign(batch.bytes, end);
        batch.bytes.resize(end);
        cut(batch);
        batch.bytes.append(kRecordPadding, ' ');
        return !batch.records.empty() || !batch.problems.empty() || !m_ended;
    }

    std::uint64_t bytesRead() const override { return m_stream->bytesRead(); }

private:
    static std::size_t lastLineEnd(const std::string& text, std::size_t from)
    {
        const std::size_t at = text.rfind('\n');
        return at == std::string::npos || at < from ? std::string::npos : at + 1;
    }

    // A line that never ends would eat the memory: drop it up to its end, keeping what follows.
    void passOverLine(RecordBatch& batch)
    {
        std::size_t end = std::string::npos;
        while (end == std::string::npos && !m_ended) {
            batch.bytes.clear();
            m_ended = !m_stream->append(batch.bytes, kBatchBytes);
            end = batch.bytes.find('\n');
        }
        batch.problems.push_back({ m_stream->subject(), m_line, "", tooLong() });
        ++m_line;
        batch.bytes.erase(0, end == std::string::npos ? batch.bytes.size() : end + 1);
    }

    void cut(RecordBatch& batch)
    {
        const std::string_view text = batch.bytes;
        for (std::size_t begin = 0; begin < text.size(); ++m_line) {
            std::size_t end = text.find('\n', begin);
            end = end == std::string_view::npos ? text.size() : end;
            const std::size_t first = skipBlanks(text.substr(0, end), begin);
            if (end - begin > kMaximumRowBytes)
                batch.problems.push_back({ m_stream->subject(), m_line, "", tooLong() });
            else if (first < end)
                batch.records.push_back({ first, end - first, m_line });
            begin = end + 1;
        }
    }

    std::unique_ptr<Utf8Stream> m_stream;
    std::string m_rest;
    std::uint64_t m_line = 1;
    bool m_ended = false;
};

// Values that stand in an array, or one after the other. A broken value costs what follows it up to the next
// value that can be made out: there are no line ends to hold on to.
class JsonValuesReader : public RecordReader {
public:
    JsonValuesReader(std::unique_ptr<Utf8Stream> stream, JsonLayout layout)
        : m_stream(std::move(stream))
        , m_layout(std::move(layout))
    {
    }

    bool fill(RecordBatch& batch) override
    {
        batch.clear();
        if (!m_entered)
            enter();
        while (!m_closed && batch.bytes.size() < kBatchBytes && next(batch)) { }
        batch.bytes.append(kRecordPadding, ' ');
        return !batch.records.empty() || !batch.problems.empty();
    }

    std::uint64_t bytesRead() const override { return m_stream->bytesRead(); }

private:
    bool more()
    {
        lineHere();
        m_buffer.erase(0, m_at);
        m_at = 0;
        m_counted = 0;
        return m_stream->append(m_buffer, kBatchBytes);
    }

    // Moves behind the bracket that opens the rows.
    void enter()
    {
        m_entered = true;
        while (m_buffer.size() < kBatchBytes && more()) { }
        if (m_layout.kind == JsonLayout::Kind::Array)
            m_at = skipBlanks(m_buffer, 0) + 1;
        else if (m_layout.kind == JsonLayout::Kind::RowsObject)
            m_at = findRowsArray(m_buffer, m_layout.rowsKey) + 1;
    }

    bool skipToValue()
    {
        for (;;) {
            while (m_at < m_buffer.size() && (isBlank(m_buffer[m_at]) || m_buffer[m_at] == ','))
                ++m_at;
            if (m_at < m_buffer.size())
                return true;
            if (!more())
                return false;
        }
    }

    bool next(RecordBatch& batch)
    {
        if (!skipToValue()) {
            m_closed = true;
            if (m_layout.kind != JsonLayout::Kind::Stream)
                batch.problems.push_back(
                    { m_stream->subject(), m_line, "", "the file ends before its list of rows is closed." });
            return false;
        }
        if (m_buffer[m_at] == ']' && m_layout.kind != JsonLayout::Kind::Stream) {
            m_closed = true;
            return false;
        }
        return value(batch);
    }

    bool value(RecordBatch& batch)
    {
        JsonScan scan;
        std::size_t length = 0;
        while (!scan.finish(std::string_view(m_buffer).substr(m_at), length)) {
            const bool tooBig = m_buffer.size() - m_at > kMaximumRowBytes;
            if (tooBig || !more()) {
                batch.problems.push_back({ m_stream->subject(), lineHere(), "",
                    tooBig ? tooLong() : std::string("the JSON is cut off in the middle of this row.") });
                m_closed = true;
                return false;
            }
        }
        batch.records.push_back({ batch.bytes.size(), length, lineHere() });
        batch.bytes.append(m_buffer, m_at, length);
        batch.bytes.push_back('\n');
        m_at += length;
        return true;
    }

    std::uint64_t lineHere()
    {
        m_line += static_cast<std::uint64_t>(
            std::count(m_buffer.begin() + static_cast<std::ptrdiff_t>(m_counted),
                m_buffer.begin() + static_cast<std::ptrdiff_t>(m_at), '\n'));
        m_counted = m_at;
        return m_line;
    }

    std::unique_ptr<Utf8Stream> m_stream;
    JsonLayout m_layout;
    std::string m_buffer;
    std::size_t m_at = 0;
    std::size_t m_counted = 0;
    std::uint64_t m_line = 1;
    bool m_entered = false;
    bool m_closed = false;
};

} // namespace

bool looksLikeJson(std::string_view head)
{
    const std::size_t at = skipBlanks(head, 0);
    if (at >= head.size())
        return false;
    if (head[at] == '{') {
        const std::size_t next = skipBlanks(head, at + 1);
        return next < head.size() && (head[next] == '"' || head[next] == '}');
    }
    if (head[at] != '[')
        return false;
    const std::size_t next = skipBlanks(head, at + 1);
    return next < head.size() && (head[next] == '{' || head[next] == ']');
}

JsonLayout jsonLayout(std::string_view head)
{
    const std::size_t at = skipBlanks(head, 0);
    if (at >= head.size())
        return {};
    if (head[at] == '[')
        return { JsonLayout::Kind::Array, {} };
    JsonScan scan;
    std::size_t length = 0;
    const bool whole = scan.finish(head.substr(at), length);
    const bool alone = !whole || skipBlanks(head, at + length) >= head.size();
    for (const std::string_view key : kRowsKeys)
        if (alone && findRowsArray(head, key) != std::string::npos)
            return { JsonLayout::Kind::RowsObject, std::string(key) };
    // A value over several lines, unless the first line is merely broken and the next one begins anew.
    const std::size_t lineEnd = std::min(head.find('\n', at), head.size());
    const std::size_t next = skipBlanks(head, lineEnd);
    const bool oneLine = whole && at + length <= lineEnd;
    if (oneLine || next >= head.size() || head[next] == '{')
        return {};
    return { JsonLayout::Kind::Stream, {} };
}

std::unique_ptr<RecordReader> readJsonLines(std::unique_ptr<Utf8Stream> stream)
{
    return std::make_unique<JsonLinesReader>(std::move(stream));
}

std::unique_ptr<RecordReader> readJsonValues(std::unique_ptr<Utf8Stream> stream, const JsonLayout& layout)
{
    return std::make_unique<JsonValuesReader>(std::move(stream), layout);
}

} // namespace temper

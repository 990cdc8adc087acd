// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/read_csv.h"

#include "core/common/base/error.h"
#include "core/common/data/json_dom.h"
#include "core/common/data/row.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace temper {

namespace {

struct CsvRecord {
    std::vector<std::string> fields;
    std::size_t length = 0; // bytes of the text it took, its line end included
    bool complete = false;
    bool openQuote = false; // the text ended within quotes
};

// RFC 4180, and as programs write it: a quote counts only at the beginning of a field, a lone CR ends a
// record too.
CsvRecord parseRecord(std::string_view text, char separator, bool last)
{
    CsvRecord record;
    std::string field;
    std::size_t at = 0;
    for (;;) {
        if (at < text.size() && text[at] == '"') {
            bool closed = false;
            for (++at; at < text.size() && !closed;) {
                const std::size_t quote = std::min(text.find('"', at), text.size());
                field.append(text, at, quote - at);
                at = quote + 1;
                const bool doubled = at < text.size() && text[at] == '"';
                if (doubled)
                    field.push_back(text[at++]);
                closed = quote < text.size() && !doubled;
            }
            record.openQuote = !closed;
        }
        const char stops[] = { separator, '\n', '\r', '\0' };
        const std::size_t stop = record.openQuote
            ? text.size()
            : std::min(text.find_first_of(std::string_view(stops, 3), at), text.size());
        if (at < stop)
            field.append(text, at, stop - at);
        at = std::min(stop, text.size());
        if (at == text.size() && !last)
            return record;
        if (at + 1 == text.size() && text[at] == '\r' && !last) // its LF may still come
            return record;
        record.fields.push_back(std::move(field));
        field.clear();
        if (at == text.size() || text[at] != separator)
            break;
        ++at;
    }
    record.complete = true;
    if (at < text.size())
        at += text.substr(at).starts_with("\r\n") ? 2u : 1u;
    record.length = at;
    return record;
}

class CsvReader : public RecordReader {
public:
    CsvReader(std::unique_ptr<Utf8Stream> stream, char separator)
        : m_stream(std::move(stream))
        , m_separator(separator)
    {
    }

    bool fill(RecordBatch& batch) override
    {
        batch.clear();
        CsvRecord record;
        while (batch.bytes.size() < kBatchBytes && batch.problems.size() < 1000 && read(record, batch)) {
            const std::uint64_t line = m_line;
            m_line += lines(record.length);
            m_at += record.length;
            if (record.fields.size() == 1 && record.fields[0].empty())
                continue;
            if (m_columns.empty())
                nameColumns(record);
            else
                add(batch, record, line);
        }
        batch.bytes.append(kRecordPadding, ' ');
        return !batch.records.empty() || !batch.problems.empty();
    }

    std::uint64_t bytesRead() const override { return m_stream->bytesRead(); }

private:
    std::uint64_t lines(std::size_t length) const
    {
        const auto begin = m_buffer.begin() + static_cast<std::ptrdiff_t>(m_at);
        return static_cast<std::uint64_t>(
            std::count(begin, begin + static_cast<std::ptrdiff_t>(length), '\n'));
    }

    bool read(CsvRecord& record, RecordBatch& batch)
    {
        for (;;) {
            const std::string_view text = std::string_view(m_buffer).substr(m_at);
            if (text.empty() && m_ended)
                return false;
            const bool tooLong = text.size() > kMaximumRowBytes;
            record = parseRecord(text, m_separator, m_ended || tooLong);
            if (record.complete && !record.openQuote && record.length <= kMaximumRowBytes)
                return true;
            if (!m_ended && !tooLong)
                more(text.size());
            else
                passOverLine(batch, record.openQuote);
        }
    }

    // Doubles what is at hand, so that a long record is not scanned once a block.
    void more(std::size_t have)
    {
        m_buffer.erase(0, m_at);
        m_at = 0;
        m_ended = !m_stream->append(m_buffer, std::max(kBatchBytes, have));
    }

    // A quote that never closes has swallowed the rest: give up its first line only and read on behind it.
    void passOverLine(RecordBatch& batch, bool openQuote)
    {
        batch.problems.push_back({ m_stream->subject(), m_line, "",
            openQuote ? "a quotation mark is opened and never closed."
                      : "is longer than 64 MiB and was passed over." });
        const std::size_t end = m_buffer.find('\n', m_at);
        m_at = end == std::string::npos ? m_buffer.size() : end + 1;
        ++m_line;
    }

    void nameColumns(CsvRecord& record)
    {
        if (record.fields.size() > kMostFields)
            throw Error(ErrorKind::Input, tooManyFields(record.fields.size()), m_stream->subject() + ":1",
                "Write only the columns that matter into a file of its own.");
        std::map<std::string, int> seen;
        for (std::string& name : record.fields) {
            if (name.empty())
                name = "column_" + std::to_string(m_columns.size() + 1);
            if (const int count = ++seen[name]; count > 1)
                name += "_" + std::to_string(count);
            m_columns.push_back(name);
        }
    }

    void add(RecordBatch& batch, const CsvRecord& record, std::uint64_t line)
    {
        if (record.fields.size() != m_columns.size()) {
            batch.problems.push_back({ m_stream->subject(), line, "",
                "has " + std::to_string(record.fields.size()) + " fields where the header has "
                    + std::to_string(m_columns.size()) + "." });
            return;
        }
        const std::size_t begin = batch.bytes.size();
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            batch.bytes.push_back(i == 0 ? '{' : ',');
            appendJsonString(batch.bytes, m_columns[i]);
            batch.bytes.push_back(':');
            appendJsonString(batch.bytes, record.fields[i]);
        }
        batch.bytes.push_back('}');
        batch.records.push_back({ begin, batch.bytes.size() - begin, line });
    }

    std::unique_ptr<Utf8Stream> m_stream;
    char m_separator;
    std::vector<std::string> m_columns;
    std::string m_buffer;
    std::size_t m_at = 0;
    std::uint64_t m_line = 1;
    bool m_ended = false;
};

} // namespace

char csvSeparator(std::string_view head)
{
    char best = ',';
    double bestScore = 0;
    for (const char separator : { ',', ';', '\t', '|' }) {
        std::string_view text = head;
        const CsvRecord header = parseRecord(text, separator, false);
        if (!header.complete || header.fields.size() < 2)
            continue;
        std::size_t records = 0;
        std::size_t even = 0;
        for (CsvRecord record = header; record.complete && records < 50; ++records) {
            even += record.fields.size() == header.fields.size() ? 1u : 0u;
            text.remove_prefix(record.length);
            record = text.empty() ? CsvRecord {} : parseRecord(text, separator, false);
        }
        const double share
            = static_cast<double>(even) / static_cast<double>(std::max<std::size_t>(records, 1));
        const double score = share + 0.001 * static_cast<double>(header.fields.size());
        if (score > bestScore) {
            bestScore = score;
            best = separator;
        }
    }
    return best;
}

std::unique_ptr<RecordReader> readCsv(std::unique_ptr<Utf8Stream> stream, char separator)
{
    return std::make_unique<CsvReader>(std::move(stream), separator);
}

} // namespace temper

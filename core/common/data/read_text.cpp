// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/read_text.h"

#include "core/common/data/row.h"

#include <algorithm>

namespace temper {

namespace {

bool isBlankLine(std::string_view line)
{
    return line.find_first_not_of(" \t\r\f\v") == std::string_view::npos;
}

class TextReader : public RecordReader {
public:
    TextReader(std::unique_ptr<Utf8Stream> stream, TextUnit unit)
        : m_stream(std::move(stream))
        , m_unit(unit)
    {
    }

    bool fill(RecordBatch& batch) override
    {
        batch.clear();
        while (batch.bytes.size() < kBatchBytes && batch.problems.size() < 1000 && line(batch)) { }
        batch.bytes.append(kRecordPadding, ' ');
        return !batch.records.empty() || !batch.problems.empty();
    }

    std::uint64_t bytesRead() const override { return m_stream->bytesRead(); }

private:
    bool line(RecordBatch& batch)
    {
        std::size_t end = m_buffer.find('\n', m_at);
        while (end == std::string::npos && !m_ended) {
            m_buffer.erase(0, m_at);
            m_at = 0;
            const std::size_t searched = m_buffer.size();
            m_ended = !m_stream->append(m_buffer, std::max(kBatchBytes, searched));
            end = m_buffer.size() > kMaximumRowBytes && m_buffer.find('\n', searched) == std::string::npos
                ? m_buffer.size()
                : m_buffer.find('\n', searched);
        }
        if (end == std::string::npos && m_at >= m_buffer.size()) {
            flush(batch);
            return false;
        }
        end = std::min(end, m_buffer.size());
        take(batch, std::string_view(m_buffer).substr(m_at, end - m_at));
        m_at = std::min(end + 1, m_buffer.size());
        ++m_line;
        return true;
    }

    void take(RecordBatch& batch, std::string_view text)
    {
        if (text.ends_with('\r'))
            text.remove_suffix(1);
        const bool blank = isBlankLine(text);
        if (m_unit == TextUnit::Paragraph && blank)
            return flush(batch);
        if (m_text.empty() && blank)
            return;
        if (m_text.empty())
            m_begin = m_line;
        else
            m_text.push_back('\n');
        m_text += text;
        if (m_unit == TextUnit::Line || m_text.size() > kMaximumRowBytes)
            flush(batch);
    }

    void flush(RecordBatch& batch)
    {
        while (m_text.ends_with('\n'))
            m_text.pop_back();
        if (m_text.size() > kMaximumRowBytes)
            batch.problems.push_back(
                { m_stream->subject(), m_begin, "", "is longer than 64 MiB and was passed over." });
        else if (!m_text.empty()) {
            const std::size_t begin = batch.bytes.size();
            batch.bytes += "{\"text\":";
            appendJsonString(batch.bytes, m_text);
            batch.bytes.push_back('}');
            batch.records.push_back({ begin, batch.bytes.size() - begin, m_begin });
        }
        m_text.clear();
    }

    std::unique_ptr<Utf8Stream> m_stream;
    TextUnit m_unit;
    std::string m_buffer;
    std::string m_text;
    std::size_t m_at = 0;
    std::uint64_t m_line = 1;
    std::uint64_t m_begin = 1;
    bool m_ended = false;
};

} // namespace

std::unique_ptr<RecordReader> readText(std::unique_ptr<Utf8Stream> stream, TextUnit unit)
{
    return std::make_unique<TextReader>(std::move(stream), unit);
}

} // namespace temper

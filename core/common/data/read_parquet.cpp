// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/read_parquet.h"

#include "core/common/base/error.h"
#include "core/common/base/error_text.h"
#include "core/common/data/arrow_json.h"

#include <arrow/io/file.h>
#include <arrow/record_batch.h>
#include <arrow/type.h>
#include <filesystem>
#include <parquet/arrow/reader.h>
#include <parquet/file_reader.h>

namespace temper {

namespace {

constexpr std::int64_t kRowsAtOnce = 512;

// The library's message on one line, with one full stop.
std::string asSentence(const std::string& message)
{
    const std::size_t end = message.find_last_not_of(" .\r\n\t");
    return onOneLine(message.substr(0, end == std::string::npos ? 0 : end + 1)) + ".";
}

class ParquetReader : public RecordReader {
public:
    explicit ParquetReader(const std::filesystem::path& path)
        : m_subject(path.string())
        , m_bytes(std::filesystem::file_size(path))
    {
        auto file = arrow::io::ReadableFile::Open(m_subject);
        check(file.status());
        parquet::arrow::FileReaderBuilder builder;
        check(builder.Open(*file, parquet::ReaderProperties(), nullptr));
        parquet::ArrowReaderProperties properties(false);
        properties.set_batch_size(kRowsAtOnce);
        properties.set_pre_buffer(false);
        builder.properties(properties);
        check(builder.Build(&m_file));
        m_rows = m_file->parquet_reader()->metadata()->num_rows();
        auto batches = m_file->GetRecordBatchReader();
        check(batches.status());
        m_batches = std::move(*batches);
    }

    bool fill(RecordBatch& batch) override
    {
        batch.clear();
        while (batch.bytes.size() < kBatchBytes && next()) {
            const std::size_t begin = batch.bytes.size();
            appendArrowRow(*m_batch, m_at, batch.bytes);
            const std::size_t length = batch.bytes.size() - begin;
            ++m_at;
            ++m_row;
            if (length <= kMaximumRowBytes) {
                batch.records.push_back({ begin, length, m_row });
                continue;
            }
            batch.bytes.resize(begin);
            batch.problems.push_back({ m_subject, m_row, "", "is longer than 64 MiB and was passed over." });
        }
        batch.bytes.append(kRecordPadding, ' ');
        return !batch.records.empty() || !batch.problems.empty();
    }

    // By rows: pages are read in pieces that have no place in the file.
    std::uint64_t bytesRead() const override
    {
        return m_rows == 0 ? m_bytes : m_bytes * m_row / static_cast<std::uint64_t>(m_rows);
    }

private:
    bool next()
    {
        while (!m_batch || m_at >= m_batch->num_rows()) {
            check(m_batches->ReadNext(&m_batch));
            m_at = 0;
            if (!m_batch)
                return false;
        }
        return true;
    }

    void check(const arrow::Status& status) const
    {
        if (!status.ok())
            throw Error(ErrorKind::Input, "cannot be read as Parquet: " + asSentence(status.message()),
                m_subject, "Check that it was copied completely.");
    }

    std::string m_subject;
    std::uint64_t m_bytes;
    std::unique_ptr<parquet::arrow::FileReader> m_file;
    std::unique_ptr<arrow::RecordBatchReader> m_batches;
    std::shared_ptr<arrow::RecordBatch> m_batch;
    std::int64_t m_rows = 0;
    std::int64_t m_at = 0;
    std::uint64_t m_row = 0;
};

} // namespace

std::unique_ptr<RecordReader> readParquet(const std::filesystem::path& path)
{
    return std::make_unique<ParquetReader>(path);
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// A data file of any format and schema as a sequence of rows, with every row that cannot be used listed.
#pragma once

#include "core/common/base/progress.h"
#include "core/common/data/format.h"
#include "core/common/data/row.h"
#include "core/common/data/row_mapper.h"
#include "core/common/data/schema.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace temper {

struct ReadOptions {
    ColumnMap columns; // empty: found by looking
    std::string encoding; // empty: found by looking
    TextUnit textUnit = TextUnit::Line;
    TurnTags tags {};
};

// Problems in order, the first ones in full; a file of nothing but problems must not fill the memory.
struct ProblemList {
    static constexpr std::size_t kListed = 1000;
    std::vector<RowProblem> listed;
    std::uint64_t total = 0;

    void add(RowProblem problem);
};

struct ReadReport {
    std::filesystem::path file;
    std::string format; // "jsonl", …
    std::string encoding; // "UTF-8", …; empty for Parquet and stores
    double encodingConfidence = 1.0;
    std::string schema; // "alpaca", …; empty when there was no row
    ColumnMap columns; // as used
    double confidence = 1.0; // of the schema
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;
    ProblemList problems;
};

struct RowBatch {
    std::vector<DataRow> rows;
    std::vector<RowProblem> problems;
};

// The two halves of reading, so that they can run in two threads: records() and then, for each batch, rows().
class FileReading {
public:
    // Throws as openRecords() does.
    FileReading(const std::filesystem::path& path, const ReadOptions& options, std::uint32_t fileIndex = 0);

    bool records(RecordBatch& batch) { return m_file.reader->fill(batch); }
    // Throws as findLayout() does at the first batch that holds an object.
    void rows(const RecordBatch& records, RowBatch& out);
    std::uint64_t bytesRead() const { return m_file.reader->bytesRead(); }
    // All but rows, bytes and problems, which the caller counts.
    ReadReport description() const;

private:
    std::filesystem::path m_path;
    ReadOptions m_options;
    std::uint32_t m_fileIndex;
    OpenedFile m_file;
    std::optional<RowMapper> m_mapper;
};

using RowCallback = std::function<void(DataRow&&)>;

// Reads a file from beginning to end in bounded memory, in the calling thread. A data set store is read as
// well. Throws Error(Input) for a file that cannot be used at all, Error(Cancelled) on stop; rows and columns
// that cannot be used are in the report.
ReadReport readRows(const std::filesystem::path& path,
    const ReadOptions& options,
    const RowCallback& callback,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

} // namespace temper

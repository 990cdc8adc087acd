// SPDX-License-Identifier: Apache-2.0
// What every file format is turned into before rows are made of it: JSON objects as text, in batches.
#pragma once

#include "core/common/data/row.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

// A row longer than this is listed as a problem instead of being read: memory stays bounded.
constexpr std::size_t kMaximumRowBytes = std::size_t { 64 } << 20;
constexpr std::size_t kBatchBytes = std::size_t { 1 } << 20;
constexpr std::size_t kRecordPadding = 64; // readable bytes behind the last record, as the JSON parser wants

struct Record {
    std::size_t begin = 0; // bytes of RecordBatch::bytes
    std::size_t length = 0;
    std::uint64_t line = 0;
};

struct RecordBatch {
    std::string
        bytes; // UTF-8; always kRecordPadding bytes longer than the last record once a reader is done with it
    std::vector<Record> records;
    std::vector<RowProblem> problems; // rows that the format's reader itself could not use

    void clear();
    std::string_view text(const Record& record) const
    {
        return { bytes.data() + record.begin, record.length };
    }
};

// One open file. fill() clears the batch and appends about kBatchBytes of records in file order.
class RecordReader {
public:
    virtual ~RecordReader() = default;
    // False once the file is at its end and the batch is empty.
    virtual bool fill(RecordBatch& batch) = 0;
    virtual std::uint64_t bytesRead() const = 0; // of the file, for progress
};

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// The beginning of a data file before it is imported: what it is taken for, its columns, and the rows that
// come of it.
#pragma once

#include "core/common/base/error.h"
#include "core/common/data/reading.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace temper {

struct PreviewColumn {
    std::string name;
    std::string example; // its first value that is not empty, shortened; lists and objects as JSON
    std::uint64_t filled = 0; // of DataPreview::records
};

struct DataPreview {
    ReadReport
        file; // format, encoding, schema, columns, confidences; its rows and problems are those looked at
    std::vector<PreviewColumn> columns; // in the file's order
    std::uint64_t records = 0; // looked at for the columns, at most 200
    std::vector<DataRow> rows; // the first ones
    // Why there are no rows: the columns' meaning cannot be told (then a person names them in
    // options.columns), or a column that was named is not there.
    std::optional<Error> unmapped;
};

// Reads no more of the file than it takes. Throws as openRecords() does.
DataPreview previewFile(const std::filesystem::path& path,
    const ReadOptions& options,
    std::size_t rows = 20,
    const std::stop_token& stop = {});

// What a person may choose from, the likelier first; others that ICU knows work as well.
std::vector<std::string> commonEncodings();
// Meanings that columns can have, in the order in which a form asks for them.
std::vector<std::string> columnMeanings();

} // namespace temper

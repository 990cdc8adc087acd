// SPDX-License-Identifier: Apache-2.0
// Rows as a store and a run keep them, read back; one reader for many rows.
#pragma once

#include "core/common/data/row.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace temper {

class RowMapper;

// One a thread: it keeps its parsers from row to row.
class StoredRowReader {
public:
    StoredRowReader();
    ~StoredRowReader();
    StoredRowReader(StoredRowReader&&) noexcept;

    // `extraJson` may be empty. Throws Error(Input) naming `subject`.
    DataRow read(std::string_view contentJson, std::string_view extraJson, const std::string& subject);

private:
    RowMapper& mapperOf(RowKind kind);

    std::array<std::unique_ptr<RowMapper>, 4> m_mappers;
    std::string m_padded;
};

// The kind that contentJson() shows by its first key.
RowKind kindOfContent(std::string_view contentJson);

// Why an import would not take the row: nothing when it would. Only `field` and `reason` are filled.
RowProblem faultOf(const DataRow& row);

} // namespace temper

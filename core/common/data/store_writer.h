// SPDX-License-Identifier: Apache-2.0
// Rows into a store that is being built; included by source files of this folder only.
#pragma once

#include "core/common/data/reading.h"
#include "core/common/data/store.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace temper {

// Rows as they are stored, encoded by another thread than the one that writes.
struct StoredRow {
    RowKind kind = RowKind::Chat;
    std::uint32_t file = 0;
    std::uint64_t line = 0;
    ContentHash hash {};
    std::size_t content = 0; // where it begins in StoredBatch::text, ended by a zero byte
    std::size_t extra = 0; // likewise; 0: none
};

struct StoredBatch {
    std::string text;
    std::vector<StoredRow> rows;
    std::vector<RowProblem> problems;

    void encode(const RowBatch& batch);
    void clear();
};

// Builds a store beside `target` and puts it in its place with finish(); without that nothing is left.
class StoreWriter {
public:
    // `name` of the set; empty: the store's file name. Throws Error(Input) for a store that exists and is not
    // to be replaced.
    StoreWriter(const std::filesystem::path& target, const std::string& name, ExistingStore existing);
    ~StoreWriter();
    StoreWriter(const StoreWriter&) = delete;
    StoreWriter& operator=(const StoreWriter&) = delete;

    void write(std::uint32_t file, const StoredBatch& batch); // `file` is that of the problems
    void addFile(std::uint32_t file, const ReadReport& report);
    void setValue(const std::string& key, const std::string& value); // of the table meta
    void finish();

private:
    void removeTemporary() noexcept;

    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
    std::unique_ptr<SQLite::Database> m_database;
    std::unique_ptr<SQLite::Statement> m_insertRow;
    std::unique_ptr<SQLite::Statement> m_insertProblem;
};

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// A data set store, opened: its rows by number, in pages or one after the other, and search.
#pragma once

#include "core/common/base/progress.h"
#include "core/common/data/reading.h"
#include "core/common/data/row.h"
#include "core/common/data/store.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace temper {

struct DatasetFile {
    std::string path; // as it was when imported
    std::string format;
    std::string encoding;
    std::string schema;
    std::uint64_t bytes = 0;
    std::uint64_t rows = 0;
};

struct SearchResult {
    std::uint64_t total = 0;
    std::vector<std::uint64_t> rows; // row numbers from 0, ascending, at most as many as were asked for
    bool fromIndex = false; // otherwise every row was looked at
};

// One object a thread. Row numbers count from 0 in the order of import.
class Dataset {
public:
    // Throws as openStore() does.
    explicit Dataset(const std::filesystem::path& path, StoreAccess access = StoreAccess::ReadOnly);
    ~Dataset();
    Dataset(Dataset&&) noexcept;

    const std::filesystem::path& path() const { return m_path; }
    std::string name() const;
    std::uint64_t rowCount() const { return m_rowCount; }
    std::vector<DatasetFile> files() const; // index: RowSource::file
    DataRow row(std::uint64_t number) const; // Error(Usage) beyond the last
    std::vector<DataRow> rows(std::uint64_t first, std::uint64_t count) const;
    std::vector<ContentHash> hashes(std::uint64_t first, std::uint64_t count) const;
    void forEach(const std::function<void(DataRow&&)>& callback, const std::stop_token& stop = {}) const;
    std::uint64_t problemCount() const;
    std::vector<RowProblem> problems(std::uint64_t first, std::uint64_t count) const;

    // Rows whose words (words.h) hold those of `text` one after the other; a '*' at the end lets the last one
    // be the beginning of a word. The answer is the same from the index and by looking at every row.
    SearchResult
    search(const std::string& text, std::size_t limit = 1000, const std::stop_token& stop = {}) const;
    bool isIndexed() const;
    // Continues the full-text index where it was left, in short transactions; needs ReadWrite. Leaves quietly
    // on stop: the next call goes on. Meant for a thread (and a Dataset) of its own.
    void buildIndex(const ProgressFunction& progress = {}, const std::stop_token& stop = {});

private:
    std::uint64_t indexedTo() const;
    std::uint64_t indexSome(std::uint64_t from);

    std::filesystem::path m_path;
    std::unique_ptr<SQLite::Database> m_database;
    std::uint64_t m_rowCount = 0;
};

} // namespace temper

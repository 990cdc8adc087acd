// SPDX-License-Identifier: Apache-2.0
// A data set store, opened: its rows by number or by position in a filter, in pages or one after the other,
// and search.
#pragma once

#include "core/common/base/progress.h"
#include "core/common/data/reading.h"
#include "core/common/data/row.h"
#include "core/common/data/row_selection.h"
#include "core/common/data/store.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
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

struct DatasetCounts {
    std::uint64_t rows = 0; // all, also those set aside
    std::uint64_t setAside = 0;
    std::uint64_t changed = 0; // edited or added by hand
    std::uint64_t problems = 0; // rows of the files that cannot be used

    std::uint64_t inUse() const { return rows - setAside; }
};

enum class RowsShown { InUse, SetAside, Changed, All };

struct RowFilter {
    RowsShown shown = RowsShown::InUse;
    std::string words; // as search() takes them; empty: every row
};

struct DatasetRow {
    std::uint64_t number = 0;
    DataRow row;
    bool isSetAside = false;
    bool isChanged = false; // edited or added by hand
};

// A row as a list shows it.
struct RowSummary {
    std::uint64_t number = 0;
    RowKind kind = RowKind::Chat;
    std::string prompt; // the first turns' beginning: the last user turn before the first answer, the prompt,
                        // the text
    std::string answer; // the beginning of the last answer or completion; empty for text and tokens
    std::uint64_t turns = 0; // 0: not counted (rows of more than 64 KiB are not read whole)
    std::uint64_t bytes = 0; // of the stored content
    bool isSetAside = false;
    bool isChanged = false;
};

struct SearchResult {
    std::uint64_t total = 0;
    std::vector<std::uint64_t> rows; // row numbers from 0, ascending, at most as many as were asked for
    bool fromIndex = false; // otherwise rows that the index does not hold yet were looked at one by one
};

// One object a thread. Row numbers count from 0 in the order of import, then of adding; setting a row aside
// does not change the others' numbers. What another object (see DatasetEditor) changed shows at the next
// call.
class Dataset {
public:
    // Throws as openStore() does.
    explicit Dataset(const std::filesystem::path& path, StoreAccess access = StoreAccess::ReadOnly);
    ~Dataset();
    Dataset(Dataset&&) noexcept;

    const std::filesystem::path& path() const { return m_path; }
    std::string name() const;
    std::string origin() const; // how it was made of other sets, as one line of JSON; empty: imported
    // Grows with every step of editing, undoing and redoing; a set begins with 0.
    std::uint64_t revision() const;
    std::uint64_t rowCount() const; // also those set aside
    DatasetCounts counts() const;
    std::vector<DatasetFile> files() const; // index: RowSource::file, where it is not kNoFile

    DataRow row(std::uint64_t number) const; // Error(Usage) beyond the last
    std::vector<DataRow> rows(std::uint64_t first, std::uint64_t count) const;
    std::vector<ContentHash> hashes(std::uint64_t first, std::uint64_t count) const;
    // The rows in use in their order.
    void forEach(const std::function<void(std::uint64_t number, DataRow&&)>& callback,
        const std::stop_token& stop = {}) const;

    // Rows of a filter; only words that the index does not hold yet take time, with progress in rows.
    RowSelection select(const RowFilter& filter,
        const ProgressFunction& progress = {},
        const std::stop_token& stop = {}) const;
    // By position in a selection; shorter at its end.
    std::vector<DatasetRow>
    rows(const RowSelection& selection, std::uint64_t first, std::uint64_t count) const;
    // `characters`: of prompt and answer at most.
    std::vector<RowSummary> summaries(const RowSelection& selection,
        std::uint64_t first,
        std::uint64_t count,
        std::size_t characters = 300) const;
    std::vector<std::uint64_t> rowsSetAside() const; // numbers, ascending

    std::uint64_t problemCount() const;
    std::vector<RowProblem> problems(std::uint64_t first, std::uint64_t count) const;

    // Rows in use whose words (words.h) hold those of `text` one after the other; a '*' at the end lets the
    // last one be the beginning of a word. The answer is the same from the index and by looking at every row.
    SearchResult
    search(const std::string& text, std::size_t limit = 1000, const std::stop_token& stop = {}) const;
    bool isIndexed() const;
    std::uint64_t indexedRows() const;
    // Continues the full-text index where it was left, in short transactions; needs ReadWrite. Leaves quietly
    // on stop: the next call goes on. Meant for a thread (and a Dataset) of its own.
    void buildIndex(const ProgressFunction& progress = {}, const std::stop_token& stop = {});

private:
    struct Found;
    Found find(const std::string& text, const ProgressFunction& progress, const std::stop_token& stop) const;
    std::vector<std::uint64_t> rowsChanged() const;
    std::vector<std::uint64_t> numbers(const char* query) const;
    std::uint64_t indexSome(std::uint64_t from);

    std::filesystem::path m_path;
    std::unique_ptr<SQLite::Database> m_database;
};

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// Changes to a data set by hand, step by step, each of which can be undone, also after a restart.
#pragma once

#include "core/common/data/row.h"
#include "core/common/data/store.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace temper {

enum class EditKind { Edit, Add, SetAside, BringBack };

struct EditStep {
    EditKind kind = EditKind::Edit;
    std::vector<std::uint64_t> rows; // numbers
    double time = 0; // seconds since 1970
    std::string author;
};

// One object a thread. Every change is on the disk when the call returns. It makes one step of the history; a
// new step drops what was undone. Throws Error(Usage) for a row that does not exist, Error(Environment) when
// the store is busy for 10 s or cannot be written; then nothing has changed.
class DatasetEditor {
public:
    // Throws as openStore() does.
    explicit DatasetEditor(const std::filesystem::path& path, std::string author = {});
    ~DatasetEditor();
    DatasetEditor(DatasetEditor&&) noexcept;

    // Both throw Error(Input) with field and reason for a row that an import would not take. The source of
    // `row` is of no account.
    void edit(std::uint64_t number, const DataRow& row);
    std::uint64_t add(const DataRow& row); // at the end; its number

    // One step for all of them; those that are in that state already are passed over. How many changed.
    std::uint64_t setAside(std::span<const std::uint64_t> numbers);
    std::uint64_t bringBack(std::span<const std::uint64_t> numbers);

    std::optional<EditStep> nextUndo() const;
    std::optional<EditStep> nextRedo() const;
    // The step that was taken back or done again; nothing when there is none.
    std::optional<EditStep> undo();
    std::optional<EditStep> redo();
    // Applied steps, the last one first.
    std::vector<EditStep> history(std::size_t count) const;

private:
    struct Entry;
    template <typename Work> auto inTransaction(Work&& work);
    std::uint64_t mark(std::span<const std::uint64_t> numbers, EditKind kind);
    std::uint64_t place() const; // the last step that is not undone
    std::optional<EditStep> stepAt(std::uint64_t step) const;
    std::vector<Entry> entriesOf(std::uint64_t step) const;

    std::filesystem::path m_path;
    std::string m_author;
    std::unique_ptr<SQLite::Database> m_database;
};

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/dataset_editor.h"

#include "core/common/data/store_change.h"
#include "core/common/data/stored_row.h"

#include <chrono>

namespace temper {

namespace {

const char* nameOf(EditKind kind)
{
    switch (kind) {
    case EditKind::Edit:
        return "edit";
    case EditKind::Add:
        return "add";
    case EditKind::SetAside:
        return "aside";
    case EditKind::BringBack:
        return "back";
    }
    return "";
}

EditKind kindOf(const std::string& name)
{
    for (const EditKind kind : { EditKind::Edit, EditKind::Add, EditKind::SetAside })
        if (name == nameOf(kind))
            return kind;
    return EditKind::BringBack;
}

double now()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

void refuseUnusable(const DataRow& row, const std::filesystem::path& path)
{
    const RowProblem fault = faultOf(row);
    if (!fault.reason.empty())
        throw Error(ErrorKind::Input, "the row cannot be used: " + fault.field + " " + fault.reason,
            path.string(), "Correct it, or set the row aside.");
}

void requireRow(std::uint64_t number, std::uint64_t rows, const std::filesystem::path& path)
{
    if (number >= rows)
        throw Error(ErrorKind::Usage,
            "has " + std::to_string(rows) + " rows, number " + std::to_string(number) + " was asked for.",
            path.string(), "Rows count from 0.");
}

// Where in the history the set stands.
void setPlace(SQLite::Database& database, std::uint64_t step)
{
    setStoreNumber(database, "step", step);
    setStoreNumber(database, "revision", storeNumber(database, "revision") + 1);
}

// A step being written; with its first change, what was undone is dropped.
class StepWriter {
public:
    StepWriter(SQLite::Database& database, const std::string& author)
        : m_database(database)
        , m_step(storeNumber(database, "step") + 1)
        , m_insert(database,
              "INSERT INTO edits(step, row, time, author, kind, before, after) VALUES(?, ?, ?, ?, ?, ?, ?)")
    {
        m_insert.bind(1, static_cast<std::int64_t>(m_step));
        m_insert.bind(3, now());
        m_insert.bind(4, author);
    }

    void add(std::uint64_t number, EditKind kind, const std::string* before, const std::string* after)
    {
        if (m_changes++ == 0)
            dropUndone();
        m_insert.bind(2, idOf(number));
        m_insert.bind(5, nameOf(kind));
        for (const auto& [index, text] : { std::pair(6, before), std::pair(7, after) }) {
            if (text)
                m_insert.bindNoCopy(index, *text);
            else
                m_insert.bind(index);
        }
        m_insert.exec();
        m_insert.reset();
    }

    // How many changes the step has; without any there is none.
    std::uint64_t finish()
    {
        if (m_changes > 0)
            setPlace(m_database, m_step);
        return m_changes;
    }

private:
    void dropUndone()
    {
        SQLite::Statement drop(m_database, "DELETE FROM edits WHERE step >= ?");
        drop.bind(1, static_cast<std::int64_t>(m_step));
        drop.exec();
    }

    SQLite::Database& m_database;
    std::uint64_t m_step;
    std::uint64_t m_changes = 0;
    SQLite::Statement m_insert;
};

} // namespace

DatasetEditor::DatasetEditor(const std::filesystem::path& path, std::string author)
    : m_path(path)
    , m_author(std::move(author))
    , m_database(std::make_unique<SQLite::Database>(openStore(path, StoreAccess::ReadWrite)))
{
}

DatasetEditor::~DatasetEditor() = default;
DatasetEditor::DatasetEditor(DatasetEditor&&) noexcept = default;

template <typename Work> auto DatasetEditor::inTransaction(Work&& work)
{
    return withStoreErrors(m_path, [&] {
        SQLite::Transaction transaction(*m_database, SQLite::TransactionBehavior::IMMEDIATE);
        StoreChange change(*m_database);
        auto result = work(change);
        transaction.commit();
        return result;
    });
}

void DatasetEditor::edit(std::uint64_t number, const DataRow& row)
{
    refuseUnusable(row, m_path);
    inTransaction([&](StoreChange& change) {
        requireRow(number, change.rowCount(), m_path);
        const StoredText before = change.stored(number);
        const StoredText after(row);
        if (before.text == after.text)
            return false;
        change.replace(number, after);
        StepWriter step(*m_database, m_author);
        step.add(number, EditKind::Edit, &before.text, &after.text);
        step.finish();
        return true;
    });
}

std::uint64_t DatasetEditor::add(const DataRow& row)
{
    refuseUnusable(row, m_path);
    return inTransaction([&](StoreChange& change) {
        const std::uint64_t number = change.rowCount();
        const StoredText after(row);
        change.append(number, after);
        StepWriter step(*m_database, m_author);
        step.add(number, EditKind::Add, nullptr, &after.text);
        step.finish();
        return number;
    });
}

std::uint64_t DatasetEditor::mark(std::span<const std::uint64_t> numbers, EditKind kind)
{
    return inTransaction([&](StoreChange& change) {
        const std::uint64_t rows = change.rowCount();
        StepWriter step(*m_database, m_author);
        for (const std::uint64_t number : numbers) {
            requireRow(number, rows, m_path);
            if (kind == EditKind::SetAside ? change.setAside(number) : change.bringBack(number))
                step.add(number, kind, nullptr, nullptr);
        }
        return step.finish();
    });
}

std::uint64_t DatasetEditor::setAside(std::span<const std::uint64_t> numbers)
{
    return mark(numbers, EditKind::SetAside);
}

std::uint64_t DatasetEditor::bringBack(std::span<const std::uint64_t> numbers)
{
    return mark(numbers, EditKind::BringBack);
}

// One change of a step, taken back or done again.
struct DatasetEditor::Entry {
    std::uint64_t row = 0;
    EditKind kind = EditKind::Edit;
    std::string before;
    std::string after;

    void takeBack(StoreChange& change) const
    {
        switch (kind) {
        case EditKind::Edit:
            change.replace(row, StoredText(before));
            break;
        case EditKind::Add:
            change.removeLast(row);
            break;
        case EditKind::SetAside:
            change.bringBack(row);
            break;
        case EditKind::BringBack:
            change.setAside(row);
            break;
        }
    }

    void doAgain(StoreChange& change) const
    {
        switch (kind) {
        case EditKind::Edit:
            change.replace(row, StoredText(after));
            break;
        case EditKind::Add:
            change.append(row, StoredText(after));
            break;
        case EditKind::SetAside:
            change.setAside(row);
            break;
        case EditKind::BringBack:
            change.bringBack(row);
            break;
        }
    }
};

std::vector<DatasetEditor::Entry> DatasetEditor::entriesOf(std::uint64_t step) const
{
    std::vector<Entry> entries;
    SQLite::Statement query(
        *m_database, "SELECT row, kind, before, after FROM edits WHERE step = ? ORDER BY id");
    query.bind(1, static_cast<std::int64_t>(step));
    while (query.executeStep())
        entries.push_back({ numberOf(query.getColumn(0).getInt64()), kindOf(query.getColumn(1).getString()),
            query.getColumn(2).getString(), query.getColumn(3).getString() });
    return entries;
}

std::optional<EditStep> DatasetEditor::stepAt(std::uint64_t step) const
{
    return withStoreErrors(m_path, [&]() -> std::optional<EditStep> {
        SQLite::Statement query(
            *m_database, "SELECT row, kind, time, author FROM edits WHERE step = ? ORDER BY id");
        query.bind(1, static_cast<std::int64_t>(step));
        EditStep found;
        while (query.executeStep()) {
            found.rows.push_back(numberOf(query.getColumn(0).getInt64()));
            found.kind = kindOf(query.getColumn(1).getString());
            found.time = query.getColumn(2).getDouble();
            found.author = query.getColumn(3).getString();
        }
        return found.rows.empty() ? std::nullopt : std::optional(std::move(found));
    });
}

std::uint64_t DatasetEditor::place() const
{
    return withStoreErrors(m_path, [&] { return storeNumber(*m_database, "step"); });
}

std::optional<EditStep> DatasetEditor::nextUndo() const
{
    return stepAt(place());
}

std::optional<EditStep> DatasetEditor::nextRedo() const
{
    return stepAt(place() + 1);
}

std::optional<EditStep> DatasetEditor::undo()
{
    return inTransaction([&](StoreChange& change) {
        const std::uint64_t step = place();
        const auto entries = entriesOf(step);
        for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
            entry->takeBack(change);
        if (!entries.empty())
            setPlace(*m_database, step - 1);
        return stepAt(step);
    });
}

std::optional<EditStep> DatasetEditor::redo()
{
    return inTransaction([&](StoreChange& change) {
        const std::uint64_t step = place() + 1;
        const auto entries = entriesOf(step);
        for (const Entry& entry : entries)
            entry.doAgain(change);
        if (!entries.empty())
            setPlace(*m_database, step);
        return stepAt(step);
    });
}

std::vector<EditStep> DatasetEditor::history(std::size_t count) const
{
    std::vector<EditStep> steps;
    for (std::uint64_t step = place(); step > 0 && steps.size() < count; --step)
        if (auto found = stepAt(step))
            steps.push_back(std::move(*found));
    return steps;
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/store_writer.h"

#include "core/common/base/os_atomic_file.h"
#include "core/common/base/os_process.h"

#include <charconv>

namespace temper {

namespace {

constexpr const char* kSuffix = ".importing-";

// What killed imports left beside the target.
void removeAbandoned(const std::filesystem::path& target)
{
    const std::string prefix = target.filename().string() + kSuffix;
    const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : ".";
    std::error_code code;
    for (const auto& entry : std::filesystem::directory_iterator(folder, code)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(prefix))
            continue;
        std::int64_t process = 0;
        const auto parsed = std::from_chars(name.data() + prefix.size(), name.data() + name.size(), process);
        std::error_code ignored;
        if (parsed.ec == std::errc() && !isProcessAlive(process))
            std::filesystem::remove(entry.path(), ignored);
    }
}

// The journal of a store that is replaced would otherwise be played into the new one.
void removeJournals(const std::filesystem::path& store)
{
    std::error_code ignored;
    for (const char* suffix : { "-wal", "-shm", "-journal" })
        std::filesystem::remove(store.string() + suffix, ignored);
}

} // namespace

void StoredBatch::clear()
{
    text.clear();
    rows.clear();
    problems.clear();
}

void StoredBatch::encode(const RowBatch& batch)
{
    clear();
    problems = batch.problems;
    for (const DataRow& row : batch.rows) {
        StoredRow stored { row.kind, row.source.file, row.source.line, {}, text.size(), 0 };
        appendContentJson(row, text);
        stored.hash = contentHash(std::string_view(text).substr(stored.content));
        text.push_back('\0'); // JSON never holds one
        stored.extra = row.extra.is_null() ? 0 : text.size();
        if (!row.extra.is_null())
            text.append(toLine(row.extra)).push_back('\0');
        rows.push_back(stored);
    }
}

StoreWriter::StoreWriter(const std::filesystem::path& target, const std::string& name, ExistingStore existing)
    : m_target(target)
    , m_temporary(target.string() + kSuffix + std::to_string(processId()))
{
    std::error_code code;
    if (existing == ExistingStore::Refuse && std::filesystem::exists(target, code))
        throw Error(ErrorKind::Input, "exists already.", target.string(),
            "Choose another name or ask for replacing.");
    removeAbandoned(target);
    removeTemporary();
    m_database = std::make_unique<SQLite::Database>(createStore(m_temporary));
    withStoreErrors(m_target, [&] {
        m_database->exec("BEGIN");
        setStoreValue(*m_database, "name", name.empty() ? target.stem().string() : name);
        setStoreValue(*m_database, "indexed_to", "0");
        m_insertRow = std::make_unique<SQLite::Statement>(
            *m_database, "INSERT INTO rows(file, line, kind, hash, content, extra) VALUES(?, ?, ?, ?, ?, ?)");
        m_insertProblem = std::make_unique<SQLite::Statement>(
            *m_database, "INSERT INTO problems(file, line, field, reason) VALUES(?, ?, ?, ?)");
    });
}

StoreWriter::~StoreWriter()
{
    m_insertRow.reset();
    m_insertProblem.reset();
    if (!m_database)
        return;
    m_database.reset();
    removeTemporary();
}

void StoreWriter::removeTemporary() noexcept
{
    std::error_code ignored;
    std::filesystem::remove(m_temporary, ignored);
    std::filesystem::remove(m_temporary.string() + "-journal", ignored);
}

void StoreWriter::write(std::uint32_t file, const StoredBatch& batch)
{
    withStoreErrors(m_target, [&] {
        const char* const text = batch.text.data();
        for (const StoredRow& row : batch.rows) {
            m_insertRow->bind(1, row.file == kNoFile ? -1 : static_cast<std::int64_t>(row.file));
            m_insertRow->bind(2, static_cast<std::int64_t>(row.line));
            m_insertRow->bind(3, static_cast<int>(row.kind));
            m_insertRow->bindNoCopy(4, row.hash.data(), static_cast<int>(row.hash.size()));
            m_insertRow->bindNoCopy(5, text + row.content);
            if (row.extra > 0)
                m_insertRow->bindNoCopy(6, text + row.extra);
            else
                m_insertRow->bind(6);
            m_insertRow->exec();
            m_insertRow->reset();
        }
        for (const RowProblem& problem : batch.problems) {
            m_insertProblem->bind(1, file);
            m_insertProblem->bind(2, static_cast<std::int64_t>(problem.line));
            m_insertProblem->bind(3, problem.field);
            m_insertProblem->bind(4, problem.reason);
            m_insertProblem->exec();
            m_insertProblem->reset();
        }
    });
}

void StoreWriter::addFile(std::uint32_t file, const ReadReport& report)
{
    withStoreErrors(m_target, [&] {
        SQLite::Statement insert(*m_database,
            "INSERT INTO files(id, path, format, encoding, schema, columns, bytes, rows) VALUES(?, ?, ?, ?, "
            "?, ?, ?, ?)");
        insert.bind(1, file);
        insert.bind(2, report.file.string());
        insert.bind(3, report.format);
        insert.bind(4, report.encoding);
        insert.bind(5, report.schema);
        insert.bind(6, toLine(Json(report.columns)));
        insert.bind(7, static_cast<std::int64_t>(report.bytes));
        insert.bind(8, static_cast<std::int64_t>(report.rows));
        insert.exec();
    });
}

void StoreWriter::setValue(const std::string& key, const std::string& value)
{
    withStoreErrors(m_target, [&] { setStoreValue(*m_database, key, value); });
}

void StoreWriter::finish()
{
    m_insertRow.reset();
    m_insertProblem.reset();
    withStoreErrors(m_target, [&] {
        m_database->exec("COMMIT");
        m_database->exec("PRAGMA locking_mode=NORMAL; PRAGMA journal_mode=WAL;");
    });
    m_database.reset();
    syncFile(m_temporary);
    removeJournals(m_target);
    renameDurably(m_temporary, m_target);
}

} // namespace temper

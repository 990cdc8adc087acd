// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/store.h"

#include "core/common/base/sqlite_uri.h"

#include <sqlite3.h>

namespace temper {

namespace {

constexpr int kBusyMilliseconds = 10000;

// rows: `id` is the order, from 1 without a gap. `hash` is XXH3-128 of `content`, which is contentJson();
// `extra` holds the other columns; rows added by hand have file -1. aside: rows that take no part. edits:
// what was done by hand, in steps; meta.step is the last one that is not undone. before and after are
// "content\nextra" (JSON has no line feed). signals belong to reviewing. search holds words only, no text:
// the text is in rows.
constexpr const char* kTables = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files(id INTEGER PRIMARY KEY, path TEXT NOT NULL, format TEXT NOT NULL, encoding TEXT NOT NULL,
    schema TEXT NOT NULL, columns TEXT NOT NULL, bytes INTEGER NOT NULL, rows INTEGER NOT NULL);
CREATE TABLE rows(id INTEGER PRIMARY KEY, file INTEGER NOT NULL, line INTEGER NOT NULL, kind INTEGER NOT NULL,
    hash BLOB NOT NULL, content TEXT NOT NULL, extra TEXT);
CREATE TABLE problems(id INTEGER PRIMARY KEY, file INTEGER NOT NULL, line INTEGER NOT NULL, field TEXT NOT NULL,
    reason TEXT NOT NULL);
CREATE TABLE signals(row INTEGER NOT NULL, name TEXT NOT NULL, value REAL, detail TEXT, PRIMARY KEY(row, name))
    WITHOUT ROWID;
CREATE TABLE aside(row INTEGER PRIMARY KEY);
CREATE TABLE edits(id INTEGER PRIMARY KEY, step INTEGER NOT NULL, row INTEGER NOT NULL, time REAL NOT NULL,
    author TEXT NOT NULL, kind TEXT NOT NULL, before TEXT, after TEXT);
CREATE INDEX edits_by_step ON edits(step);
CREATE INDEX edits_by_row ON edits(row);
CREATE VIRTUAL TABLE search USING fts5(words, content='', columnsize=0, tokenize='ascii');
)sql";

int pragma(SQLite::Database& database, const std::string& name)
{
    return database.execAndGet("PRAGMA " + name).getInt();
}

void check(SQLite::Database& database, const std::filesystem::path& path)
{
    if (pragma(database, "application_id") != kStoreApplicationId)
        throw Error(ErrorKind::Input, "is a database, but no data set of Temper's.", path.string());
    const int version = pragma(database, "user_version");
    if (version > kStoreVersion)
        throw Error(ErrorKind::Input,
            "was written by a newer version of Temper (store version " + std::to_string(version)
                + ", this program reads up to " + std::to_string(kStoreVersion) + ").",
            path.string(), "Update Temper.");
    if (version < kStoreVersion)
        throw Error(ErrorKind::Input, "was written by an early version of Temper, which kept no history.",
            path.string(), "Import the original files again.");
}

SQLite::Database openReadOnly(const std::filesystem::path& path)
{
    try {
        SQLite::Database database(path.string(), SQLite::OPEN_READONLY, kBusyMilliseconds);
        pragma(database, "user_version");
        return database;
    } catch (const SQLite::Exception& failure) {
        const int code = failure.getErrorCode();
        if (code != SQLITE_CANTOPEN && code != SQLITE_READONLY)
            throw;
    }
    return SQLite::Database(unchangingDatabaseUri(path), SQLite::OPEN_READONLY | SQLite::OPEN_URI, kBusyMilliseconds);
}

} // namespace

void throwStoreError(const SQLite::Exception& failure, const std::filesystem::path& path)
{
    const auto fail = [&](ErrorKind kind, const char* sentence, const char* remedy) {
        throw Error(kind, sentence, path.string(), remedy);
    };
    switch (failure.getErrorCode()) {
    case SQLITE_FULL:
        fail(ErrorKind::Environment, "the disk is full.", "Make room and try again.");
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        fail(ErrorKind::Environment, "is being written by another program.", "Try again when it is done.");
        break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        fail(ErrorKind::Environment, "cannot be opened or written.", "Check the folder and its permissions.");
        break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        fail(ErrorKind::Input, "is damaged or no data set.", "Import the original files again.");
        break;
    default: // SQLite's codes are numbers, not an enum
        break;
    }
    throw Error(
        ErrorKind::Environment, std::string("the database reports: ") + failure.what() + ".", path.string());
}

SQLite::Database openStore(const std::filesystem::path& path, StoreAccess access)
{
    std::error_code code;
    if (!std::filesystem::exists(path, code))
        throw Error(ErrorKind::Environment, "does not exist.", path.string(), "Check the path.");
    return withStoreErrors(path, [&] {
        SQLite::Database database = access == StoreAccess::ReadOnly
            ? openReadOnly(path)
            : SQLite::Database(path.string(), SQLite::OPEN_READWRITE, kBusyMilliseconds);
        check(database, path);
        if (access == StoreAccess::ReadWrite)
            database.exec("PRAGMA synchronous=FULL");
        return database;
    });
}

SQLite::Database createStore(const std::filesystem::path& path)
{
    return withStoreErrors(path, [&] {
        SQLite::Database database(
            path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyMilliseconds);
        database.exec("PRAGMA page_size=8192; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
                      "PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-32000;");
        database.exec(kTables);
        database.exec("PRAGMA application_id=" + std::to_string(kStoreApplicationId)
            + "; PRAGMA user_version=" + std::to_string(kStoreVersion));
        return database;
    });
}

std::string storeValue(const SQLite::Database& database, const std::string& key)
{
    SQLite::Statement query(database, "SELECT value FROM meta WHERE key=?");
    query.bind(1, key);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

std::uint64_t storeNumber(const SQLite::Database& database, const std::string& key)
{
    const std::string value = storeValue(database, key);
    return value.empty() ? 0 : std::stoull(value);
}

void setStoreNumber(SQLite::Database& database, const std::string& key, std::uint64_t value)
{
    setStoreValue(database, key, std::to_string(value));
}

void setStoreValue(SQLite::Database& database, const std::string& key, const std::string& value)
{
    SQLite::Statement statement(database, "INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)");
    statement.bind(1, key);
    statement.bind(2, value);
    statement.exec();
}

} // namespace temper

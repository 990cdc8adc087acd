// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/project_schema.h"

#include "core/common/base/error.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <array>
#include <fmt/format.h>
#include <string>

namespace temper {
namespace {

constexpr int kApplicationId = 0x544D5052; // "TMPR"

// Step i brings a database from version i to i + 1. Steps that were released never change.
constexpr std::array kSteps {
    R"(CREATE TABLE datasets (name TEXT PRIMARY KEY, file TEXT NOT NULL, rows INTEGER NOT NULL, created REAL NOT NULL) STRICT;
       CREATE TABLE models (hash TEXT PRIMARY KEY, name TEXT NOT NULL, family TEXT NOT NULL, bytes INTEGER NOT NULL,
                            seen REAL NOT NULL) STRICT;
       CREATE TABLE model_places (hash TEXT NOT NULL REFERENCES models ON DELETE CASCADE, place TEXT NOT NULL,
                                  seen REAL NOT NULL, PRIMARY KEY (hash, place)) STRICT;
       CREATE TABLE runs (id TEXT PRIMARY KEY, name TEXT NOT NULL, created REAL NOT NULL, recipe_hash TEXT NOT NULL) STRICT;
       CREATE TABLE queue (run_id TEXT PRIMARY KEY, place INTEGER NOT NULL, started INTEGER NOT NULL DEFAULT 0,
                           process INTEGER NOT NULL DEFAULT 0, started_at REAL NOT NULL DEFAULT 0) STRICT;)",
};

int pragma(SQLite::Database& database, const std::string& name)
{
    return database.execAndGet("PRAGMA " + name).getInt();
}

// As a text of its own: a column that execAndGet answers keeps its statement open, and SQLite changes no
// journal while a statement is open.
std::string journalMode(SQLite::Database& database, const std::string& wanted = {})
{
    return database.execAndGet("PRAGMA journal_mode" + (wanted.empty() ? "" : " = " + wanted)).getString();
}

} // namespace

void configureDatabase(SQLite::Database& database)
{
    // Where the file system cannot share memory SQLite answers with the mode it kept.
    if (journalMode(database) != "wal" && journalMode(database, "WAL") != "wal")
        journalMode(database, "TRUNCATE");
    database.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
}

void requireKnownSchema(SQLite::Database& database, const std::filesystem::path& path)
{
    if (pragma(database, "application_id") != kApplicationId)
        throw Error(ErrorKind::Input, "this is not the index of a Temper project.", path.string());
    const int version = pragma(database, "user_version");
    if (version > static_cast<int>(kSteps.size()))
        throw Error(ErrorKind::Input,
            fmt::format(
                "this project was written by a later version of Temper (schema {}, known are up to {}).",
                version, kSteps.size()),
            path.string(), "Open it with that version.");
}

void migrateProjectSchema(SQLite::Database& database, const std::filesystem::path& path)
{
    const bool isPresent = pragma(database, "user_version") == static_cast<int>(kSteps.size());
    if (isPresent && pragma(database, "application_id") == kApplicationId)
        return;
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const bool isEmpty = pragma(database, "schema_version") == 0;
    if (isEmpty)
        database.exec(fmt::format("PRAGMA application_id = {}", kApplicationId));
    requireKnownSchema(database, path);
    for (auto version = static_cast<std::size_t>(pragma(database, "user_version")); version < kSteps.size();
         ++version)
        database.exec(kSteps[version]);
    database.exec(fmt::format("PRAGMA user_version = {}", kSteps.size()));
    transaction.commit();
}

} // namespace temper

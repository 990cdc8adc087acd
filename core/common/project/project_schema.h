// SPDX-License-Identifier: Apache-2.0
// The tables of project.sqlite and their version.
#pragma once

#include <filesystem>

namespace SQLite {
class Database;
}

namespace temper {

// Busy timeout, journal mode, synchronous FULL, foreign keys.
void configureDatabase(SQLite::Database& database);

// Brings the database to the present version in one transaction; an empty one gets all tables.
// Throws Error(Input) for a later version, naming `path`.
void migrateProjectSchema(SQLite::Database& database, const std::filesystem::path& path);

// Throws Error(Input) for a database of another kind or a later version.
void requireKnownSchema(SQLite::Database& database, const std::filesystem::path& path);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// The SQLite file of a data set: its tables, how it is opened, and its failures as sentences. For this
// folder's own use; others go through dataset.h and import.h.
#pragma once

#include "core/common/base/error.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace temper {

constexpr int kStoreVersion = 2;
constexpr int kStoreApplicationId = 0x54656d70; // "Temp", tells a store from other SQLite files

enum class StoreAccess { ReadOnly, ReadWrite };
enum class ExistingStore { Refuse, Replace };

// What SQLite reports, as an Error about the store: full disk, no permission, damaged, used by another
// program.
[[noreturn]] void throwStoreError(const SQLite::Exception& failure, const std::filesystem::path& path);

template <typename Work> decltype(auto) withStoreErrors(const std::filesystem::path& path, Work&& work)
{
    try {
        return std::forward<Work>(work)();
    } catch (const SQLite::Exception& failure) {
        throwStoreError(failure, path);
    }
}

// Opens an existing store and checks that it is one and not newer than this program. Waits up to 10 s for
// another program's transaction. A store in a folder that cannot be written is opened as unchangeable.
SQLite::Database openStore(const std::filesystem::path& path, StoreAccess access);

// A new store for one writer alone, without journal: for building under a temporary name.
SQLite::Database createStore(const std::filesystem::path& path);

// Of the table meta; empty or 0: none.
std::string storeValue(const SQLite::Database& database, const std::string& key);
std::uint64_t storeNumber(const SQLite::Database& database, const std::string& key);
void setStoreValue(SQLite::Database& database, const std::string& key, const std::string& value);
void setStoreNumber(SQLite::Database& database, const std::string& key, std::uint64_t value);

// Rows are only ever added one after the other and taken back from the end: row `number` has the id number
// + 1.
inline std::int64_t idOf(std::uint64_t number)
{
    return static_cast<std::int64_t>(number) + 1;
}
inline std::uint64_t numberOf(std::int64_t id)
{
    return static_cast<std::uint64_t>(id - 1);
}

} // namespace temper

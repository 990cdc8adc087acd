// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/store_labels.h"

#include "core/common/data/store.h"

namespace temper {

namespace {

constexpr const char* kDeleted = "deleted";

void setLabel(const std::filesystem::path& path, const std::string& key, const std::string& value)
{
    withStoreErrors(path, [&] {
        SQLite::Database database = openStore(path, StoreAccess::ReadWrite);
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        setStoreValue(database, key, value);
        transaction.commit();
    });
}

} // namespace

void renameStore(const std::filesystem::path& path, const std::string& name)
{
    setLabel(path, "name", name);
}

void markStoreDeleted(const std::filesystem::path& path, double time)
{
    setLabel(path, kDeleted, time > 0 ? std::to_string(time) : std::string());
}

double storeDeletedAt(const std::filesystem::path& path)
{
    const SQLite::Database database = openStore(path, StoreAccess::ReadOnly);
    const std::string time = withStoreErrors(path, [&] { return storeValue(database, kDeleted); });
    return time.empty() ? 0.0 : std::stod(time);
}

} // namespace temper

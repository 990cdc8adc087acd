// SPDX-License-Identifier: Apache-2.0
// What a store says of itself beside its rows: its name, and whether it lies in the bin.
#pragma once

#include <filesystem>
#include <string>

namespace temper {

// All throw as openStore() does; changes are on the disk when the call returns.
void renameStore(const std::filesystem::path& path, const std::string& name);
void markStoreDeleted(const std::filesystem::path& path, double time); // seconds since 1970; 0: not any more
double storeDeletedAt(const std::filesystem::path& path); // 0: not deleted

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// How SQLite is told to read a database on a disk that cannot be written.
#pragma once

#include <filesystem>
#include <string>

namespace temper {

// A URI for SQLITE_OPEN_URI: the file is taken as one that nobody changes, so that neither locks nor a
// journal are made beside it.
std::string unchangingDatabaseUri(const std::filesystem::path& path);

} // namespace temper

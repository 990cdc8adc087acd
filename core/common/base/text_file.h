// SPDX-License-Identifier: Apache-2.0
// Whole small files in and out. Large ones are mapped (os_mapped_file.h); durable ones go through os_atomic_file.h.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace temper {

// The bytes of a file. Throws Error(Environment) when it cannot be opened or read.
std::string readTextFile(const std::filesystem::path& path);

} // namespace temper

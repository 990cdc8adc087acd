// SPDX-License-Identifier: Apache-2.0
// Tells whether a file or folder that was read before is still the same.
#pragma once

#include <filesystem>
#include <string>

namespace temper {

// Names, sizes and times of a file, or of the files directly in a folder: another text once one of them is
// written. Empty where there is nothing to see.
std::string fileState(const std::filesystem::path& path);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// Versions of the libraries this program runs with, for bug reports.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace temper {

// Name and version, as the loaded library says where it can be asked.
std::vector<std::pair<std::string, std::string>> libraryVersions();

} // namespace temper

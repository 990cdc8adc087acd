// SPDX-License-Identifier: Apache-2.0
// Whether the project's data sets have changed since a run froze its revision of them.
#pragma once

#include "core/common/project/run_folder.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>

namespace temper {

// Rows the run trains on that its sets no longer hold in that form, and rows that came to the sets since.
// Nothing where the run has no frozen data, or where none of its sets is one of the project's. Throws what
// reading the sets throws.
std::optional<std::uint64_t> rowsChangedSince(const std::filesystem::path& project,
    const RunFolder& run,
    const std::stop_token& stop = {});

} // namespace temper

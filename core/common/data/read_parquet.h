// SPDX-License-Identifier: Apache-2.0
// Records of Parquet files, through Arrow: every row becomes a JSON object, nested columns included.
#pragma once

#include "core/common/data/record.h"

#include <filesystem>
#include <memory>

namespace temper {

// Throws Error(Input) for a file that Arrow cannot read.
std::unique_ptr<RecordReader> readParquet(const std::filesystem::path& path);

} // namespace temper

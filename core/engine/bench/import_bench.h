// SPDX-License-Identifier: Apache-2.0
// How fast a data file becomes a data set store, and its full-text index after it.
#pragma once

#include "core/common/base/json.h"

#include <filesystem>
#include <stop_token>

namespace temper {

struct ImportBench {
    std::filesystem::path data; // JSON, JSONL, CSV, Parquet or text
    std::filesystem::path folder; // where the store is made; it is gone afterwards
    bool withIndex = false;
};

// Bytes of the file, rows, seconds, MB (10⁶ bytes) of the file a second and the largest resident memory in
// MiB until the rows are in the store; on demand, the seconds of the index. Throws as importFiles() does.
OrderedJson runImportBench(const ImportBench& bench, const std::stop_token& stop);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// Data files into a new data set store, streaming: bounded memory, progress, stop.
#pragma once

#include "core/common/base/progress.h"
#include "core/common/data/reading.h"
#include "core/common/data/store.h"

#include <filesystem>
#include <string>
#include <vector>

namespace temper {

struct ImportOptions {
    ReadOptions reading; // columns, encoding, … for every file
    std::string name; // of the set; empty: the store's file name
    ExistingStore existing = ExistingStore::Refuse;
};

struct ImportReport {
    std::vector<ReadReport> files; // one each, in the order given
    std::uint64_t rows = 0;
    std::uint64_t problems = 0; // all of them are listed in the store
    std::uint64_t bytes = 0; // of the files
    double seconds = 0;
};

// Reads, parses and writes in three threads. The store is built under a temporary name beside its own and
// renamed once it is complete and on the disk: an import that is stopped, fails or is killed leaves nothing
// (a killed one's temporary file goes with the next import there). Progress in bytes of the files. The search
// index is not built here: see Dataset::buildIndex(). Throws Error(Input) for a file that cannot be used or
// holds no usable row, Error(Cancelled) on stop, Error(Environment) for a full disk and the like.
ImportReport importFiles(const std::vector<std::filesystem::path>& files,
    const std::filesystem::path& store,
    const ImportOptions& options,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// New data set stores made of the rows of others (split, mix), or of none.
#pragma once

#include "core/common/base/progress.h"
#include "core/common/data/import.h"
#include "core/common/data/mix.h"
#include "core/common/data/split.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace temper {

struct NewStore {
    std::filesystem::path path;
    std::string name; // of the set; empty: the store's file name
    ExistingStore existing = ExistingStore::Refuse;
};

void createEmptyStore(const NewStore& target); // for rows written by hand

struct SplitCounts {
    std::uint64_t train = 0;
    std::uint64_t validation = 0;
};

// Rows in use of `source` go to one of the two, in their order, as splitRows() says; the source stays as it
// is. New sets know the files their rows came from, and Dataset::origin() tells how they were made. Nothing
// is left on stop (Error(Cancelled)) or failure. Progress in rows.
SplitCounts splitStore(const std::filesystem::path& source,
    const SplitChoice& choice,
    const NewStore& train,
    const NewStore& validation,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

struct MixSource {
    std::filesystem::path store;
    double weight = 0; // as MixPart's
    std::optional<std::uint64_t> maxSamples;
};

struct MixChoice {
    MixStrategy strategy = MixStrategy::Concat;
    std::uint64_t seed = 42;
};

// Rows in use of the sources in mixRows()'s order; how many. Throws as mixRows() does.
std::uint64_t mixStores(const std::vector<MixSource>& sources,
    const MixChoice& choice,
    const NewStore& target,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

} // namespace temper

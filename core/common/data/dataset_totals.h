// SPDX-License-Identifier: Apache-2.0
// What training on a data set would see of it in all: rows, tokens, supervised tokens, lengths.
#pragma once

#include "core/common/data/sample_set.h"

#include <filesystem>

namespace temper {

// The rows in use of a store. Bounded memory; progress in rows. Throws as openStore() and runSamples() do.
SampleReport datasetTotals(const std::filesystem::path& store,
    const SampleMaker& maker,
    unsigned threads,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

// The rows in use of a store, one after the other, for runSamples().
RowFeed rowsInUse(const std::filesystem::path& store);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// What training on a data set would see of it in all: rows, tokens, supervised tokens, lengths.
#pragma once

#include "core/common/data/row_selection.h"
#include "core/common/data/sample_set.h"

#include <filesystem>

namespace temper {

struct DatasetTotals {
    SampleReport report;
    RowSelection rows; // its number(i) is the number in the set of the report's row i
};

// The rows in use of a store. Bounded memory beside the report's; progress in rows. Throws as openStore() and
// runSamples() do.
DatasetTotals datasetTotals(const std::filesystem::path& store,
    const SampleMaker& maker,
    unsigned threads,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// The rows a run trains on, chosen once: read, split, mixed, and copied into the run's folder, where nothing
// changes them.
#pragma once

#include "core/common/base/progress.h"
#include "core/common/data/reading.h"
#include "core/common/project/frozen_data.h"
#include "core/common/project/run_folder.h"
#include "core/common/recipe/recipe.h"
#include "core/engine/train/revision_rows.h"

#include <filesystem>
#include <string>
#include <vector>

namespace temper {

struct Revision {
    FrozenData frozen; // training rows in order, then evaluation rows
    RevisionRows rows; // as many, in the same order
    std::vector<std::string> files; // named in problems, by RowSource::file
    std::vector<ReadReport> reports; // one a file, with the rows that could not be used
    std::vector<std::string> notes; // what was passed over, a sentence each with its file
};

// Reads the recipe's sets. `projectData` is the project's data folder, where sets are named (may be empty). A
// val_size below 1 is a share of every set, a number of rows is drawn from all sets together. Throws
// Error(Input) for a set that is missing or holds no usable row, and for a val_size that leaves nothing to
// train on.
Revision chooseRows(const Recipe& recipe,
    const std::filesystem::path& projectData,
    const ProgressFunction& progress,
    const std::stop_token& stop);

// run/data/rows.jsonl and run/data/revision.jsonl.
void writeRevision(const RunFolder& run, const Revision& revision);
// Throws Error(Input) when the rows no longer are what was written.
Revision readRevision(const RunFolder& run);
bool hasRevision(const RunFolder& run);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// What a run will need of the disk, from the recipe and its steps, before anything is written.
#pragma once

#include "core/engine/train/dry_run.h"

namespace temper {

// Bytes at the fullest moment: the kept checkpoints and the one being written, the rows, and the result.
std::int64_t estimateDisk(const Recipe& recipe, const DryRun& run, const RecipeRows& rows);

// Checkpoints that lie side by side at the fullest moment.
std::int64_t mostCheckpoints(const Recipe& recipe, std::int64_t steps, std::int64_t stepsPerEpoch);

} // namespace temper

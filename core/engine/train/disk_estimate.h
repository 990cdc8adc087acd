// SPDX-License-Identifier: Apache-2.0
// What a run will write, from the recipe and the numbers of its plan, before its first step.
#pragma once

#include "core/common/recipe/recipe.h"

#include <cstdint>
#include <filesystem>

namespace temper {

class BatchPlan;
class ModelFiles;
struct Revision;

// What the estimate follows from.
struct DiskDemand {
    std::int64_t trainedNumbers = 0; // numbers that training changes
    std::int64_t resultBytes = 0; // adapter or model at the end
    std::int64_t dataBytes = 0; // the frozen rows
    std::int64_t steps = 0;
    std::int64_t stepsPerEpoch = 0;
};

// Bytes.
struct DiskEstimate {
    std::int64_t checkpoints = 0; // the most that exist at one time
    std::int64_t result = 0;
    std::int64_t data = 0;
    std::int64_t logs = 0;

    std::int64_t total() const { return checkpoints + result + data + logs; }
};

// A checkpoint holds the trained numbers and the optimizer's; with save_total_limit that many are kept beside
// the best one while the next is written.
DiskEstimate estimateDisk(const Recipe& recipe, const DiskDemand& demand);

// The most checkpoints that exist at one time.
std::int64_t checkpointsAtOnce(const Recipe& recipe, std::int64_t steps, std::int64_t stepsPerEpoch);

// What a plan asks for. `trainedNumbers` as Trainable::count().
DiskDemand diskDemand(const Recipe& recipe,
    const ModelFiles& files,
    const Revision& revision,
    const BatchPlan& plan,
    std::int64_t trainedNumbers);

// Throws Error(Environment) naming need and supply when the disk of `folder` has less than the estimate asks
// for beyond what the folder holds already.
void requireDisk(const DiskEstimate& estimate, const std::filesystem::path& folder);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// What could be changed in a recipe so that the run needs less memory, and how much it would then need.
#pragma once

#include "core/common/recipe/recipe.h"
#include "core/engine/train/memory_estimate.h"

#include <string>
#include <utility>
#include <vector>

namespace temper {

struct MemoryLever {
    std::vector<std::pair<std::string, std::string>> changes; // key and value; the first one names the lever
    MemoryEstimate memory; // of the changed recipe
};

// Those that save something, what saves most first: smaller batches with as many rows a step, recomputation,
// shorter rows, an adapter instead of whole weights. `lengths` are those of the training samples in tokens.
// Throws as describeModel() does.
std::vector<MemoryLever> memoryLevers(const Recipe& recipe, const std::vector<std::uint64_t>& lengths);

} // namespace temper

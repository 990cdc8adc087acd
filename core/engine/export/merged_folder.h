// SPDX-License-Identifier: Apache-2.0
// A model with its adapters merged into the weights, as a Hugging Face folder.
#pragma once

#include "core/common/base/progress.h"

#include <filesystem>
#include <string>
#include <vector>

namespace temper {

struct MergeRequest {
    std::filesystem::path model; // HF folder or .gguf file
    std::vector<std::filesystem::path> adapters; // merged in their order
    std::filesystem::path out; // new, or an empty folder
    std::string dtype; // of the weights: float32, bfloat16 or float16; empty: as the model has them
    ProgressFunction onProgress; // "loading", "merging", "saving"
    std::stop_token stop;
};

// Returns the name of the weights' type. The folder is there wholly or not at all. Throws as NewFolder,
// loadLanguageModel() and loadAdapter(), Error(Cancelled) on stop.
std::string mergeToFolder(const MergeRequest& request);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// A model with its adapters merged into the weights, as a Hugging Face folder.
#pragma once

#include "core/common/base/progress.h"

#include <filesystem>
#include <vector>

namespace temper {

struct MergeRequest {
    std::filesystem::path model; // HF folder or .gguf file
    std::vector<std::filesystem::path> adapters; // merged in their order
    std::filesystem::path out; // new, or an empty folder
    ProgressFunction onProgress; // "loading", "merging", "saving"
    std::stop_token stop;
};

// The folder is there wholly or not at all. Throws as NewFolder, loadLanguageModel() and loadAdapter(),
// Error(Cancelled) on stop.
void mergeToFolder(const MergeRequest& request);

} // namespace temper

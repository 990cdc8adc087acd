// SPDX-License-Identifier: Apache-2.0
// dataset_info.json, LLaMA-Factory's list of data sets: names, files and what their columns are called.
#pragma once

#include "core/common/data/reading.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace temper {

struct ListedDataset {
    std::filesystem::path file;
    ReadOptions reading; // columns and tags
    std::uint64_t samples = 0; // only the first ones; 0: all
    std::vector<std::string> notes; // one sentence for each thing that is passed over
};

// The set `name` of folder/dataset_info.json; nothing when there is no such file or it does not name the set.
// Throws Error(Input) for a set without a file on this machine (a hub's name, a script), and for what is no
// such list.
std::optional<ListedDataset> findListedDataset(const std::filesystem::path& folder, const std::string& name);

// The names of the list, in its order; empty without one.
std::vector<std::string> listedDatasets(const std::filesystem::path& folder);

} // namespace temper

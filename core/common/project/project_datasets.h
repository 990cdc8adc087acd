// SPDX-License-Identifier: Apache-2.0
// The data sets of a project: listed with what they hold, made, renamed, deleted and restored.
#pragma once

#include "core/common/base/progress.h"
#include "core/common/data/dataset.h"
#include "core/common/data/derived_store.h"
#include "core/common/data/import.h"
#include "core/common/project/project.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace temper {

struct DatasetCard {
    DatasetEntry entry;
    std::filesystem::path path;
    std::string
        fault; // why it cannot be used (gone, damaged, of a newer version), as one sentence; else empty
    // The rest only without a fault.
    DatasetCounts counts;
    std::uint64_t revision = 0;
    std::uint64_t indexedRows = 0; // of the full-text index
    std::uint64_t bytes = 0; // on the disk
    std::string origin; // as Dataset::origin()
    std::vector<DatasetFile> files;
};

// By name. Looks into every store: work for a thread of its own where there are many.
std::vector<DatasetCard> datasetCards(const Project& project);
// Enters stores of the data folder that the index does not know (left by a kill, or copied there by a
// person), and corrects the number of rows of those it knows. How many were entered.
std::size_t adoptDatasets(Project& project);
// Nothing when the project has no set of this name. The folder need not be a project.
std::optional<std::filesystem::path> findDataset(const std::filesystem::path& projectFolder,
    const std::string& name);

// All of these throw Error(Input) for a name that is taken or empty, or a set that does not exist, and as the
// function of core/common/data that does the work; then nothing has changed.
ImportReport importDataset(Project& project,
    const std::string& name,
    const std::vector<std::filesystem::path>& files,
    const ReadOptions& reading,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});
void createEmptyDataset(Project& project, const std::string& name); // for rows written by hand

struct SplitNames {
    std::string train;
    std::string validation;
};
SplitCounts splitDataset(Project& project,
    const std::string& name,
    const SplitChoice& choice,
    const SplitNames& names,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

struct MixedDataset {
    std::string name;
    double weight = 0;
    std::optional<std::uint64_t> maxSamples;
};
std::uint64_t mixDatasets(Project& project,
    const std::vector<MixedDataset>& sources,
    const MixChoice& choice,
    const std::string& name,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

// The store stays where it is: who reads it is not disturbed.
void renameDataset(Project& project, const std::string& name, const std::string& newName);
// Into the bin: the store stays until purgeDataset(), the sets a run trained on are in its folder anyway.
void deleteDataset(Project& project, const std::string& name);

struct DeletedDataset {
    std::string name;
    std::filesystem::path path;
    double deleted = 0; // seconds since 1970
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;
};
std::vector<DeletedDataset> deletedDatasets(const Project& project); // the last deleted first
// Under its old name, or that with a number when it is taken meanwhile: the name it has now.
std::string restoreDataset(Project& project, const std::filesystem::path& path);
void purgeDataset(Project& project, const std::filesystem::path& path); // for good

// `name`, or name-2, name-3, … when it is taken.
std::string freeDatasetName(const Project& project, const std::string& name);

} // namespace temper

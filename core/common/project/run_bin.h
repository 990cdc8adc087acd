// SPDX-License-Identifier: Apache-2.0
// The bin of a project's runs: what is deleted lies in bin/ until the bin is emptied.
#pragma once

#include "core/common/project/run_folder.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace temper {

struct BinnedRun {
    RunFolder run; // in the bin
    std::string name; // as lists show it
    double deleted = 0; // seconds since 1970
    std::uint64_t bytes = 0; // of all its files
};

std::filesystem::path binFolder(const std::filesystem::path& project);

// Takes the run off the queue and moves its folder into the bin. Throws Error(Input) for a run that trains
// now and for one that is not there, Error(Environment) where it cannot be moved; nothing has changed then.
void moveToBin(const std::filesystem::path& project, const std::string& runId);

// The last deleted first.
std::vector<BinnedRun> binnedRuns(const std::filesystem::path& project, const std::stop_token& stop = {});

// Moves the folder back, under a new name where a run has taken the old one since. Answers the run's id.
std::string restoreFromBin(const std::filesystem::path& project, const std::string& binId);

// For good. Throws Error(Environment) naming the first file that cannot be removed, Error(Cancelled) on stop;
// what was removed by then is gone.
void emptyBin(const std::filesystem::path& project, const std::stop_token& stop = {});

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// New sets of a project made from the rows in use of others: two by splitting, one by mixing.
#pragma once

#include "core/common/base/progress.h"
#include "core/common/data/mix.h"
#include "core/common/project/project.h"

#include <filesystem>
#include <string>
#include <vector>

namespace temper {

struct SplitOrder {
    std::filesystem::path project;
    DatasetEntry set;
    double share = 0.1; // held back, of 1
    std::uint64_t seed = 42;
    std::string train; // names of the new sets
    std::string validation;
};

struct SplitSets {
    DatasetEntry train;
    DatasetEntry validation;
};

struct MixedSet {
    DatasetEntry set;
    double weight = 0; // as MixPart's
};

struct MixOrder {
    std::filesystem::path project;
    std::vector<MixedSet> sets;
    MixStrategy strategy = MixStrategy::Concat;
    std::uint64_t seed = 42;
    std::string name;
};

// Both or none are made. Throw as importFiles(), Project, splitRows() and mixRows() do.
SplitSets splitSet(const SplitOrder& order, const ProgressFunction& progress, const std::stop_token& stop);
DatasetEntry mixSets(const MixOrder& order, const ProgressFunction& progress, const std::stop_token& stop);

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// The data sets of a project as the page lists them.
#pragma once

#include "core/common/project/project_datasets.h"

#include <QString>
#include <filesystem>
#include <vector>

namespace temper {

struct ProjectSets {
    std::vector<DatasetEntry> sets; // by name
    std::vector<DeletedDataset> deleted; // the last deleted first
};

// Enters stores the project does not know yet where it may be changed. Not quick: it runs off the GUI thread.
ProjectSets readProjectSets(const std::filesystem::path& project, ProjectAccess access);

// A name that no set of the list has: `wanted`, else "wanted 2", ….
QString freeSetName(const QString& wanted, const std::vector<DatasetEntry>& sets);

// Empty, or why a set cannot be called so.
QString nameProblem(const QString& name, const std::vector<DatasetEntry>& sets);

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// The data sets of a project as files: listing, naming, importing, taking away. Nothing here is quick: it
// runs off the GUI thread.
#pragma once

#include "core/common/data/import.h"
#include "core/common/project/project.h"

#include <QList>
#include <QString>
#include <filesystem>
#include <string>
#include <vector>

namespace temper {

enum class ProjectState { Writable, ReadOnly };

struct ProjectSets {
    std::vector<DatasetEntry> sets; // by name
    ProjectState state = ProjectState::Writable;
};

ProjectSets readProjectSets(const std::filesystem::path& project);

// A name that no set of the list has: `wanted`, else "wanted 2", ….
QString freeSetName(const QString& wanted, const std::vector<DatasetEntry>& sets);

// Empty, or why a set cannot be called so.
QString nameProblem(const QString& name, const std::vector<DatasetEntry>& sets);

// data/<name>.sqlite with characters that file systems refuse replaced; relative to the project.
std::string setFileName(const std::string& name);

struct ImportOrder {
    std::filesystem::path project;
    std::vector<std::filesystem::path> files;
    ReadOptions reading;
    std::string name;
};

struct ImportedSet {
    DatasetEntry entry;
    ImportReport report;
};

// Makes the store and lists it. Throws as importFiles() and Project do.
ImportedSet
importSet(const ImportOrder& order, const ProgressFunction& progress, const std::stop_token& stop);

void renameSet(const std::filesystem::path& project, const DatasetEntry& entry, const std::string& name);

// Off the list, its files into cache/removed; the way back. `removeSet` answers where the store went.
std::filesystem::path removeSet(const std::filesystem::path& project, const DatasetEntry& entry);
void restoreSet(const std::filesystem::path& project,
    const DatasetEntry& entry,
    const std::filesystem::path& removed);

} // namespace temper

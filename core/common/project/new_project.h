// SPDX-License-Identifier: Apache-2.0
// A project made in one go: its sets imported, its model listed, a recipe written that is ready to start.
#pragma once

#include "core/common/base/progress.h"
#include "core/common/recipe/recipe.h"

#include <filesystem>
#include <string>
#include <vector>

namespace temper {

struct NewSet {
    std::string name; // in the project
    std::filesystem::path file;
};

struct NewProject {
    std::filesystem::path folder;
    std::vector<NewSet> sets;
    std::filesystem::path model; // a folder or GGUF file; empty: to be chosen later
    std::string modelName; // empty: as modelNameOf()
    Recipe recipe; // its model is set here; the sets it names are those above
};

// The recipe stands in the project's folder as recipe.yaml. Where anything fails or is stopped, the folder is
// removed again, unless it was there before. Throws as Project::create(), importFiles() and addModel() do.
void makeProject(const NewProject& wanted,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

// A folder's name for a project: "name", or "name-2" and so on where `parent` has one.
std::filesystem::path freeProjectFolder(const std::filesystem::path& parent, const std::string& name);

} // namespace temper

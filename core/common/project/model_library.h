// SPDX-License-Identifier: Apache-2.0
// The models of a project: known by their content, found again where they were seen.
#pragma once

#include "core/common/project/project.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace temper {

enum class ModelPresence {
    Here,
    Missing, // none of its places exists
    Changed, // a place exists, but holds another model now
};

struct LibraryModel {
    ModelEntry entry;
    ModelPresence presence = ModelPresence::Missing;
    std::filesystem::path place; // absolute: where it is, or where it was seen last
};

// Looks at the files of a model without reading its weights: quick for any size. `name` empty: as
// modelNameOf(), or a GGUF's own name where its file has none a person could read. Throws Error as
// ModelFiles.
ModelEntry readModelEntry(const std::filesystem::path& folderOrGguf, const std::string& name = {});

// Puts it into the index, with its place relative to the project's folder where it lies below it.
ModelEntry
addModel(Project& project, const std::filesystem::path& folderOrGguf, const std::string& name = {});

// The same model at another place. Throws Error(Input) where another model lies there.
void locateModel(Project& project, const ModelEntry& wanted, const std::filesystem::path& folderOrGguf);

// The models that runs of the project started from and that its index does not know yet, where they still lie
// where the runs found them. What cannot be read is passed over.
void addModelsOfRuns(Project& project);

LibraryModel findModel(const std::filesystem::path& projectFolder, const ModelEntry& entry);
std::vector<LibraryModel> libraryModels(const Project& project); // the last seen first

} // namespace temper

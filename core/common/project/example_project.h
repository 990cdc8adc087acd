// SPDX-License-Identifier: Apache-2.0
// Projects that are shipped to learn from: a folder with project.yaml and a recipe, made into a project of
// one's own.
#pragma once

#include "core/common/base/progress.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace temper {

struct BothLanguages {
    std::string english;
    std::string chinese;
};

struct ExampleSet {
    std::string name; // in the project
    std::filesystem::path file; // relative to the shipped files, "datasets/cards/train.jsonl"
};

struct ExampleProject {
    std::string name; // of its folder
    BothLanguages title;
    BothLanguages teaches; // one or two sentences
    int minutes = 0; // on two cores, about
    std::string model; // the name of the model it was made for
    std::vector<ExampleSet> datasets;
    std::filesystem::path recipe; // absolute
};

// project.yaml of the folder. Throws Error(Input) naming file and line.
ExampleProject readExample(const std::filesystem::path& folder);

// All folders below `folder` that hold a project.yaml, by name.
std::vector<ExampleProject> readExamples(const std::filesystem::path& folder);

struct ExampleRequest {
    std::filesystem::path shipped; // the folder that holds datasets/
    std::filesystem::path target; // the new project's folder
    std::filesystem::path model; // a folder or GGUF file; empty: to be chosen later
};

// Makes the project, imports the sets, adds the model, and writes recipe.yaml into the project's folder,
// ready to start where a model was given. Where it fails or is stopped, the folder it made is removed again.
// Throws as Project::create() and importFiles() do.
void makeExampleProject(const ExampleProject& example,
    const ExampleRequest& request,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

} // namespace temper

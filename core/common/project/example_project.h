// SPDX-License-Identifier: Apache-2.0
// Projects that are shipped to learn from: a folder with project.yaml and a recipe, made into a project of
// one's own.
#pragma once

#include "core/common/project/new_project.h"

#include <filesystem>
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

// What makeProject() takes to make it; folder and model are still to be set. `shipped` is the folder that
// holds datasets/. Throws as readRecipeFile() does.
NewProject exampleProject(const ExampleProject& example, const std::filesystem::path& shipped);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/log.h"
#include "core/common/project/example_project.h"
#include "core/common/project/project.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

namespace temper {

namespace {

struct Options {
    std::string folder;
    std::string example;
    std::string model;
};

// An example lies in resources/projects/NAME of the shipped files.
std::filesystem::path shippedFilesOf(const std::filesystem::path& example)
{
    return std::filesystem::absolute(example / "../../..").lexically_normal();
}

void createFromExample(const Options& options)
{
    NewProject wanted = exampleProject(readExample(options.example), shippedFilesOf(options.example));
    wanted.folder = options.folder;
    if (!options.model.empty())
        wanted.model = std::filesystem::absolute(options.model);
    ProgressLine line;
    makeProject(wanted, [&line](const Progress& progress) { line.show(progress); });
}

void create(const Options& options)
{
    if (options.example.empty())
        Project::create(options.folder);
    else
        createFromExample(options);
    std::cout << options.folder << '\n';
}

} // namespace

void addProjectCommand(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    CLI::App* project = app.add_subcommand("project", "Project folders");
    project->require_subcommand(1);
    CLI::App* command
        = project->add_subcommand("create", "Make a folder a project: its sub-folders and its index");
    command->add_option("FOLDER", options->folder, "New or existing folder")->required();
    CLI::Option* example = command->add_option("--example", options->example,
        "Folder of a shipped example (resources/projects/NAME): its sets and its recipe come into the "
        "project");
    command->add_option("--model", options->model, "The example's model: an HF folder or .gguf file")
        ->needs(example);
    command->callback([options] { create(*options); });
}

} // namespace temper

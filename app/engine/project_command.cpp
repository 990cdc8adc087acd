// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/log.h"
#include "core/common/project/example_project.h"
#include "core/common/project/packed_project.h"
#include "core/common/project/project.h"
#include "core/common/recipe/recipe_value.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

namespace temper {

namespace {

namespace fs = std::filesystem;

struct CreateOrder {
    std::string folder;
    std::string example;
    std::string model;
};

struct PackOrder {
    std::string project;
    std::string file;
    PackChoice choice;
};

// resources/projects/<name> stands three levels below the root that holds datasets/.
void create(const CreateOrder& order)
{
    const fs::path folder = pathFromUtf8(order.folder);
    if (order.example.empty()) {
        std::cout << utf8FromPath(Project::create(folder).folder()) << '\n';
        return;
    }
    const fs::path example = fs::absolute(pathFromUtf8(order.example)).lexically_normal();
    const fs::path shipped = example.parent_path().parent_path().parent_path();
    NewProject project = exampleProject(readExample(example), shipped);
    project.folder = fs::absolute(folder).lexically_normal();
    project.model = order.model.empty() ? fs::path() : fs::absolute(pathFromUtf8(order.model));
    ProgressLine line;
    makeProject(project, [&line](const Progress& progress) { line.show(progress); });
    std::cout << utf8FromPath(project.folder) << '\n';
}

void addCreate(CLI::App& project)
{
    auto order = std::make_shared<CreateOrder>();
    CLI::App* command
        = project.add_subcommand("create", "Make a folder a project: its sub-folders and its index");
    command->add_option("FOLDER", order->folder, "New or existing folder")->required();
    CLI::Option* example = command->add_option(
        "--example", order->example, "Fill it with an example's sets and recipe: resources/projects/NAME");
    command->add_option("--model", order->model, "The model that the example's recipe starts from")
        ->needs(example);
    command->callback([order] { create(*order); });
}

void addPack(CLI::App& project)
{
    auto order = std::make_shared<PackOrder>();
    CLI::App* command
        = project.add_subcommand("pack", "Write a project into one .zip, also while it is in use");
    command->add_option("PROJECT", order->project, "The project's folder")->required();
    command->add_option("--out", order->file, "The .zip to write")->required();
    command->add_flag("--models", order->choice.models, "With its models");
    command->add_flag("--checkpoints", order->choice.checkpoints, "With checkpoints, so that runs can go on");
    command->add_flag("--originals", order->choice.originals, "With the files that were imported");
    command->add_flag("--exports", order->choice.exports, "With what was exported");
    command->callback(
        [order] { packProject(pathFromUtf8(order->project), pathFromUtf8(order->file), order->choice); });
}

void addUnpack(CLI::App& project)
{
    auto archive = std::make_shared<std::string>();
    auto parent = std::make_shared<std::string>(".");
    CLI::App* command
        = project.add_subcommand("unpack", "Make a project's folder of a packed one; prints the folder");
    command->add_option("FILE", *archive, "The .zip")->required();
    command->add_option("--below", *parent, "The folder in which the project's folder is made")
        ->capture_default_str();
    command->callback([archive, parent] {
        std::cout << utf8FromPath(unpackProject(pathFromUtf8(*archive), fs::absolute(pathFromUtf8(*parent))))
                  << '\n';
    });
}

} // namespace

void addProjectCommand(CLI::App& app)
{
    CLI::App* project = app.add_subcommand("project", "Project folders");
    project->require_subcommand(1);
    addCreate(*project);
    addPack(*project);
    addUnpack(*project);
}

} // namespace temper

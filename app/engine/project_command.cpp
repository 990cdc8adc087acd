// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/project/project.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

namespace temper {

void addProjectCommand(CLI::App& app)
{
    auto folder = std::make_shared<std::string>();
    CLI::App* project = app.add_subcommand("project", "Project folders");
    project->require_subcommand(1);
    CLI::App* create
        = project->add_subcommand("create", "Make a folder a project: its sub-folders and its index");
    create->add_option("FOLDER", *folder, "New or existing folder")->required();
    create->callback([folder] { std::cout << Project::create(*folder).folder().string() << '\n'; });
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/project/project.h"
#include "core/common/recipe/recipe_check.h"
#include "core/common/recipe/recipe_reader.h"
#include "core/engine/train/dry_run.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace temper {

void addEstimateCommand(CLI::App& app)
{
    struct Options {
        std::string recipe;
        std::vector<std::string> settings;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "estimate", "The memory and the disk space that a recipe's run will need, in bytes");
    command->add_option("RECIPE", options->recipe, "recipe.yaml")->required();
    command->add_option("--set", options->settings, "key=value, changes a key of the recipe")->take_all();
    command->add_flag("--json", options->json, "One JSON document");
    command->callback([options] {
        const ReadRecipe recipe = readRecipeFile(options->recipe, options->settings);
        checkRecipe(recipe);
        const DryRun run = dryRun(recipe.recipe, Project::around(options->recipe) / "data");
        OrderedJson json = run.memory.json();
        json["disk_bytes"] = run.diskBytes;
        std::cout << (options->json
                ? json.dump() + "\n"
                : run.memory.text() + "  on the disk  " + bytesText(run.diskBytes) + "\n");
    });
}

} // namespace temper

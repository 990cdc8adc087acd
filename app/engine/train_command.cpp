// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/error.h"
#include "core/common/base/os_process.h"
#include "core/common/base/os_signals.h"
#include "core/common/base/os_suspend.h"
#include "core/common/project/project.h"
#include "core/common/recipe/recipe_check.h"
#include "core/common/recipe/recipe_writer.h"
#include "core/engine/train/dry_run.h"
#include "core/engine/train/trainer.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <memory>

namespace temper {

namespace {

struct Options {
    std::string recipe;
    std::string run;
    std::vector<std::string> settings;
    bool resume = false;
    bool dryRun = false;
    bool keys = false;
    bool json = false;
};

std::filesystem::path runFolderOf(const Options& options, const Recipe& recipe)
{
    if (!options.run.empty())
        return options.run;
    if (!recipe.outputDir.empty())
        return recipe.outputDir;
    throw Error(
        ErrorKind::Usage, "the run has no folder.", {}, "Give --run DIR, or output_dir in the recipe.");
}

// A run that was started before knows its recipe: `train --resume --run DIR` is enough.
std::string recipeFileOf(const Options& options)
{
    if (!options.recipe.empty())
        return options.recipe;
    if (options.run.empty())
        throw Error(
            ErrorKind::Usage, "no recipe was given.", {}, "Give a recipe.yaml, or --run with --resume.");
    return (std::filesystem::path(options.run) / "recipe.yaml").string();
}

// By the place of the run, else by that of the recipe; empty: neither lies in a project.
std::filesystem::path projectOf(const Options& options)
{
    std::filesystem::path project;
    if (!options.run.empty())
        project = Project::around(options.run);
    return project.empty() ? Project::around(options.recipe) : project;
}

void runTrain(const Options& options)
{
    if (options.keys) {
        std::cout << recipeHelpText();
        return;
    }
    TrainRequest request;
    request.project = projectOf(options);
    request.recipe = readRecipeFile(recipeFileOf(options), options.settings);
    for (const std::string& warning : request.recipe.warnings)
        std::fprintf(stderr, "note: %s\n", warning.c_str());
    for (const std::string& hint : recipeHints(request.recipe))
        std::fprintf(stderr, "note: %s\n", hint.c_str());
    if (options.dryRun) {
        checkRecipe(request.recipe);
        const DryRun report = dryRun(request.recipe.recipe, request.project / "data");
        std::cout << (options.json ? report.json().dump() + "\n" : report.text());
        return;
    }
    ignoreHangups();
    lowerPriority();
    holdOffSuspend();
    const StopOnSignals signals;
    request.stop = signals.token();
    request.run = runFolderOf(options, request.recipe.recipe);
    request.start = options.resume ? RunStart::Resume : RunStart::Fresh;
    request.onText = [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); };
    trainRun(request);
    std::cout << request.run.string() << '\n';
}

} // namespace

void addTrainCommand(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("train", "Fine-tune a model by a recipe");
    command->add_option("RECIPE", options->recipe, "recipe.yaml; may be left out with --resume --run");
    command->add_option("--run", options->run, "The run's folder; wins over output_dir");
    command
        ->add_option(
            "--set", options->settings, "key=value, changes a key of the recipe; may be given several times")
        ->take_all();
    command->add_flag("--resume", options->resume, "Go on from the run's last checkpoint");
    command->add_flag("--dry-run", options->dryRun,
        "Check everything, show the memory needed and one sample, train nothing");
    command->add_flag("--json", options->json, "With --dry-run: one JSON document");
    command->add_flag("--keys", options->keys, "List all keys of a recipe with their defaults and ranges");
    command->callback([options] { runTrain(*options); });
}

} // namespace temper

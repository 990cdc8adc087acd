// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/engine/export/merged_folder.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace temper {

namespace {

struct Options {
    std::string model;
    std::vector<std::string> adapters;
    std::string out;
    std::string dtype;
};

void runMerge(const Options& options)
{
    MergeRequest request;
    request.model = options.model;
    request.adapters.assign(options.adapters.begin(), options.adapters.end());
    request.out = options.out;
    request.dtype = options.dtype;
    mergeToFolder(request);
    std::cout << options.out << '\n';
}

} // namespace

void addMergeCommand(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "merge", "Write the model with adapters merged into its weights as an HF folder");
    command->add_option("--model", options->model, "HF folder or .gguf file")->required();
    command->add_option("--adapter", options->adapters, "PEFT folder; several are merged in order")
        ->required();
    command->add_option("--out", options->out, "New folder")->required();
    command->add_option(
        "--dtype", options->dtype, "float32, bfloat16 or float16; left out, as the model has it");
    command->callback([options] { runMerge(*options); });
}

} // namespace temper

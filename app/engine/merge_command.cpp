// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/engine/adapter/adapter.h"
#include "core/engine/export/hf_folder.h"

#include <ATen/core/grad_mode.h>
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace temper {

namespace {

struct Options {
    std::string model;
    std::vector<std::string> adapters;
    std::string out;
};

void runMerge(const Options& options)
{
    const at::NoGradGuard noGrad;
    const auto model = loadLanguageModel(options.model);
    for (const std::string& folder : options.adapters)
        loadAdapter(*model->decoder, folder)->merge(*model->decoder);
    saveHfFolder(*model, options.out);
    std::cout << options.out << '\n';
}

} // namespace

void addMergeCommand(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("merge", "Write the model with adapters merged into its weights as an HF folder");
    command->add_option("--model", options->model, "HF folder or .gguf file")->required();
    command->add_option("--adapter", options->adapters, "PEFT folder; several are merged in order")->required();
    command->add_option("--out", options->out, "New folder")->required();
    command->callback([options] { runMerge(*options); });
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/engine/inspect/forward.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace temper {

namespace {

struct Options {
    std::string model;
    std::vector<std::string> adapters;
    std::string in;
    std::string out;
    ForwardOptions forward;
};

void runForward(const Options& options)
{
    const std::vector<NamedTensor> inputs = readTensors(options.in);
    LoadOptions load;
    load.adapters.assign(options.adapters.begin(), options.adapters.end());
    const auto model = loadLanguageModel(options.model, load);
    saveTensors(options.out, forwardPass(*model, inputs, options.forward, options.in));
}

} // namespace

void addForwardCommand(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("forward", "One pass over given token ids: logits, loss, hidden states, attentions");
    command->add_option("--model", options->model, "HF folder or .gguf file")->required();
    command->add_option("--adapter", options->adapters, "PEFT folder; may be given several times");
    command->add_option("--in", options->in, "safetensors with input_ids [rows, length], attention_mask?, position_ids?, labels?")->required();
    command->add_option("--out", options->out, "safetensors for the results")->required();
    command->add_flag("--hidden-states", options->forward.hiddenStates, "Also hidden_states.N");
    command->add_flag("--attentions", options->forward.attentions, "Also attentions.N");
    command->callback([options] { runForward(*options); });
}

} // namespace temper

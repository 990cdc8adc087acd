// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/log.h"
#include "core/engine/session/answering.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <sstream>

namespace temper {

namespace {

struct Options {
    std::string model;
    std::vector<std::string> adapters;
    std::string data;
    std::size_t window = 0;
    bool json = false;
};

LikelihoodSum measure(const Options& options)
{
    LikelihoodData data;
    data.file = options.data;
    data.window = options.window;
    ProgressLine line;
    data.onProgress = [&line](const Progress& progress) { line.show(progress); };
    ModelShelf shelf;
    return perplexityOf(
        shelf.open({ options.model, { options.adapters.begin(), options.adapters.end() }, {}, {} }), data);
}

// What a person reads; --json has every digit.
std::string shown(const OrderedJson& value)
{
    if (!value.is_number_float())
        return toLine(value);
    std::ostringstream text;
    text.precision(5);
    text << value.get<double>();
    return text.str();
}

void runPerplexity(const Options& options)
{
    const LikelihoodSum sum = measure(options);
    OrderedJson result;
    result["nll_mean"] = sum.mean();
    result["perplexity"] = sum.perplexity();
    result["tokens"] = sum.tokens;
    result["rows"] = sum.rows;
    if (options.json) {
        std::cout << toLine(result) << '\n';
        return;
    }
    for (const auto& [key, value] : result.items())
        std::cout << key << std::string(12 - key.size(), ' ') << shown(value) << '\n';
}

} // namespace

void addPerplexityCommand(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("perplexity",
        "How well a model predicts texts: nll_mean (mean over all predicted tokens, natural logarithm) and "
        "its exponential. "
        "Each row stands by itself and its first token is not predicted. {\"text\"} rows count whole, a .txt "
        "file is one "
        "text; of conversations and {\"prompt\", \"completion\"} rows only the answers count, rendered as "
        "for training. "
        "Rows longer than the window are read in windows that share one token.");
    command->add_option("--model", options->model, "HF folder or .gguf file")->required();
    command->add_option("--adapter", options->adapters, "PEFT folder; may be given several times")
        ->allow_extra_args(false);
    command->add_option("--data", options->data, "JSONL, JSON, CSV, Parquet or .txt")->required();
    command->add_option("--window", options->window, "Tokens read at once; 0: the model's context")
        ->capture_default_str();
    command->add_flag("--json", options->json, "One JSON document");
    command->callback([options] { runPerplexity(*options); });
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/log.h"
#include "core/common/text/chat_template.h"
#include "core/common/text/tokenizer.h"
#include "core/engine/evaluate/perplexity.h"
#include "core/engine/generate/prompts.h"
#include "core/engine/model/language_model.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

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
    data.tokenizer = PromptEncoder(options.model, PromptForm::Plain).tokenizer();
    if (data.tokenizer && !data.tokenizer->names().chatTemplate.empty())
        data.chatTemplate
            = std::make_shared<ChatTemplate>(data.tokenizer->names().chatTemplate, options.model);
    LoadOptions load;
    load.adapters.assign(options.adapters.begin(), options.adapters.end());
    const auto model = loadLanguageModel(options.model, load);
    const std::int64_t context = model->decoder->options().contextLength;
    data.window
        = options.window > 0 ? options.window : static_cast<std::size_t>(std::max<std::int64_t>(context, 0));
    ProgressLine line;
    data.onProgress = [&line](const Progress& progress) { line.show(progress); };
    return likelihoodOf(data, [&model](std::span<const std::int32_t> ids) { return tokenNll(*model, ids); });
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
        std::cout << key << std::string(12 - key.size(), ' ') << toLine(value) << '\n';
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

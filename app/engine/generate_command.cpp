// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "app/engine/generation_options.h"
#include "core/common/base/error.h"
#include "core/common/base/log.h"
#include "core/engine/session/answering.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <memory>

namespace temper {

namespace {

struct Options {
    std::string model;
    std::vector<std::string> adapters;
    std::string prompt;
    std::string in;
    bool logProbabilities = false;
    bool json = false;
    GenerationOptions generation;
};

struct Answers {
    AnswerSet set;
    bool hasText = false;
};

std::vector<PromptLine> promptsOf(const Options& options)
{
    if (!options.in.empty())
        return readPromptLines(options.in);
    OrderedJson given;
    given["prompt"] = options.prompt;
    return { { given, "the prompt" } };
}

bool isStreamed(const Options& options)
{
    return options.in.empty() && !options.json;
}

Answers answer(const Options& options, const GenerationSettings& settings)
{
    const PromptEncoder encoder(options.model, options.generation.form());
    AnswerRequest request;
    for (const PromptLine& line : promptsOf(options))
        request.prompts.push_back(encoder.encode(line));
    ModelShelf shelf;
    OpenModel& open
        = shelf.open({ options.model, { options.adapters.begin(), options.adapters.end() }, {}, {} });
    request.settings = settings;
    request.stopAtModelEnd = stopsAtModelEnd(options.generation) ? StopAtModelEnd::Yes : StopAtModelEnd::No;
    request.rowsAtOnce = kRowsAtOnce;
    request.context.tokenizer = encoder.tokenizer();
    if (isStreamed(options))
        request.context.onText = [](std::size_t, std::string_view piece) {
            std::fwrite(piece.data(), 1, piece.size(), stdout);
            std::fflush(stdout);
        };
    ProgressLine line;
    request.onProgress = [&](const Progress& now) {
        if (!isStreamed(options))
            line.show(now);
    };
    return { answerPrompts(open.model(), request), encoder.tokenizer() != nullptr };
}

OrderedJson toJson(const Generation& generation, bool hasText, const GenerationSettings& settings)
{
    OrderedJson result;
    result["ids"] = generation.ids;
    result["text"] = hasText ? OrderedJson(generation.text) : OrderedJson();
    result["finish_reason"] = finishReasonName(generation.finish);
    if (settings.logProbabilities == LogProbabilities::Wanted)
        result["log_probabilities"] = generation.logProbabilities;
    if (settings.beams.beams > 1)
        result["score"] = generation.score;
    return result;
}

void print(const Options& options, const Answers& answers, const GenerationSettings& settings)
{
    OrderedJson results = OrderedJson::array();
    for (const Generation& generation : answers.set.generations)
        results.push_back(toJson(generation, answers.hasText, settings));
    if (options.json) {
        std::cout << toLine(
            OrderedJson { { "results", results }, { "tokens_per_second", answers.set.tokensPerSecond() } })
                  << '\n';
    } else if (!options.in.empty()) {
        for (const OrderedJson& result : results)
            std::cout << toLine(result) << '\n';
    } else {
        std::cout << '\n';
    }
}

void runGenerate(const Options& options)
{
    if (options.in.empty() == options.prompt.empty())
        throw Error(ErrorKind::Usage, "Exactly one of --prompt and --in is needed.");
    GenerationSettings settings = settingsOf(options.generation);
    if (options.logProbabilities)
        settings.logProbabilities = LogProbabilities::Wanted;
    checkGeneration(settings);
    print(options, answer(options, settings), settings);
}

} // namespace

void addGenerateCommand(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("generate", "Answers to prompts");
    command->add_option("--model", options->model, "HF folder or .gguf file")->required();
    command->add_option("--adapter", options->adapters, "PEFT folder; may be given several times")
        ->allow_extra_args(false);
    command->add_option("--prompt", options->prompt, "One prompt; its answer is streamed");
    command->add_option("--in", options->in,
        R"(JSONL: {"prompt"}, {"messages", "tools"?} or {"ids"} a line; one result a line)");
    addGenerationOptions(*command, options->generation);
    command->add_flag(
        "--log-probabilities", options->logProbabilities, "Also the log-probability of each token");
    command->add_flag("--json", options->json,
        R"(One JSON document: {"results": [{"ids", "text", "finish_reason"}], "tokens_per_second"})");
    command->callback([options] { runGenerate(*options); });
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "app/engine/generation_options.h"
#include "core/common/base/log.h"
#include "core/common/base/os_atomic_file.h"
#include "core/engine/evaluate/compare.h"
#include "core/engine/session/model_shelf.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace temper {

namespace {

struct Options {
    std::string model;
    std::vector<std::string> adapters;
    std::string in;
    std::string out;
    GenerationOptions generation;
};

AnsweringModel open(ModelShelf& shelf, const Options& options, const std::vector<std::string>& adapters)
{
    LanguageModel& model
        = shelf.open({ options.model, { adapters.begin(), adapters.end() }, {}, {} }).model();
    AnsweringModel answering;
    answering.steps = makeStepModel(model);
    answering.nll = [&model](std::span<const std::int32_t> ids) { return tokenNll(model, ids); };
    answering.endIds = endTokens(model);
    return answering;
}

void write(const Options& options,
    const std::vector<PromptLine>& lines,
    const std::vector<AnswerPair>& pairs,
    bool hasText)
{
    AtomicFile file(options.out);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        OrderedJson line = lines[i].given;
        line["base"] = toJson(pairs[i].base, hasText);
        line["tuned"] = toJson(pairs[i].tuned, hasText);
        file.write(toLine(line) + "\n");
    }
    file.commit();
}

void runCompare(const Options& options)
{
    Comparison comparison;
    comparison.settings = settingsOf(options.generation);
    comparison.stopAtModelEnd
        = stopsAtModelEnd(options.generation) ? StopAtModelEnd::Yes : StopAtModelEnd::No;
    const std::vector<PromptLine> lines = readPromptLines(options.in);
    const PromptEncoder encoder(options.model, options.generation.form());
    for (const PromptLine& line : lines)
        comparison.prompts.push_back(encoder.encode(line));
    comparison.tokenizer = encoder.tokenizer();
    comparison.rowsAtOnce = kRowsAtOnce;
    ModelShelf shelf;
    comparison.openBase = [&] { return open(shelf, options, {}); };
    comparison.openTuned = [&] { return open(shelf, options, options.adapters); };
    ProgressLine progress;
    comparison.onProgress = [&progress](const Progress& now) { progress.show(now); };
    write(options, lines, compareAnswers(comparison), encoder.tokenizer() != nullptr);
}

} // namespace

void addCompareCommand(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    CLI::App* command
        = app.add_subcommand("compare", "Answers of a model before and after tuning, side by side");
    command->add_option("--model", options->model, "The base model: HF folder or .gguf file")->required();
    command->add_option("--adapter", options->adapters, "PEFT folder; may be given several times")
        ->required()
        ->allow_extra_args(false);
    command->add_option("--in", options->in, R"(JSONL: {"prompt"}, {"messages", "tools"?} or {"ids"} a line)")
        ->required();
    command
        ->add_option("--out", options->out,
            R"(JSONL: each line with "base" and "tuned" added, both {"text", "ids", "finish_reason", )"
            R"("log_probabilities": {"base", "tuned"}} (of the answer's tokens under either model))")
        ->required();
    addGenerationOptions(*command, options->generation);
    command->callback([options] { runCompare(*options); });
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/dry_run.h"

#include "core/common/file/model_files.h"
#include "core/engine/train/disk_estimate.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace temper {

namespace {

OrderedJson toJson(const SampleStatistics& s)
{
    return { { "rows", s.rows }, { "samples", s.samples }, { "tokens", s.tokens },
        { "supervised_tokens", s.supervisedTokens }, { "truncated", s.truncated }, { "unusable", s.unusable },
        { "mean_length", s.meanLength }, { "p50", s.p50 }, { "p95", s.p95 }, { "longest", s.longest } };
}

std::string line(const char* name, const SampleStatistics& s)
{
    std::array<char, 240> text {};
    std::snprintf(text.data(), text.size(),
        "%s: %llu rows, %llu tokens, %llu supervised, %llu cut at cutoff_len, %llu unusable; lengths: median %zu, 95 %% "
        "%zu, longest %zu\n",
        name, static_cast<unsigned long long>(s.rows), static_cast<unsigned long long>(s.tokens),
        static_cast<unsigned long long>(s.supervisedTokens), static_cast<unsigned long long>(s.truncated),
        static_cast<unsigned long long>(s.unusable), s.p50, s.p95, s.longest);
    return text.data();
}

// The sample with what is trained on in brackets.
std::string marked(const DryRun& run)
{
    std::string text;
    bool inside = false;
    for (std::size_t i = 0; i < run.pieces.size(); ++i) {
        const bool supervised = run.sample.labels[i] != kNoLoss;
        if (supervised != inside)
            text += supervised ? "⟦" : "⟧";
        inside = supervised;
        text += run.pieces[i];
    }
    return inside ? text + "⟧" : text;
}

void addProblems(DryRun& run, const ProblemList& problems)
{
    run.problemCount += problems.total;
    for (const RowProblem& problem : problems.listed)
        if (run.problems.size() < 20)
            run.problems.push_back(problem);
}

std::int64_t trainableCount(const MemoryEstimate& memory) { return memory.gradients / 4; }

} // namespace

std::int64_t largestPass(const BatchPlan& plan, const std::vector<std::uint64_t>& lengths)
{
    std::uint64_t largest = 0;
    const std::int64_t looked = std::min<std::int64_t>(plan.totalSteps(), 100000);
    for (std::int64_t step = 0; step < std::min(looked, plan.stepsPerEpoch()); ++step)
        for (const MicroBatch& pass : plan.step(step)) {
            std::uint64_t tokens = 0;
            for (const std::uint64_t sample : pass)
                tokens += lengths[sample];
            largest = std::max(largest, tokens);
        }
    return static_cast<std::int64_t>(largest);
}

RecipeRows readRecipeRows(const Recipe& recipe, const std::filesystem::path& projectData,
    const ProgressFunction& progress, const std::stop_token& stop)
{
    RecipeRows rows;
    rows.revision = chooseRows(recipe, projectData, progress, stop);
    if (needsTokenizer(rows.revision, recipe))
        rows.tools = loadTextTools(recipe);
    rows.tools.vocabularySize = describeModel(ModelFiles(recipe.modelNameOrPath)).vocabularySize;
    rows.samples = makeTrainingSamples(rows.revision, rows.tools, recipe, progress, stop);
    return rows;
}

std::optional<Sample> shownSample(const DataRow& row, const TextTools& tools, const Recipe& recipe)
{
    SampleOptions options = sampleOptionsOf(recipe);
    options.detail = SampleDetail::WithText;
    auto samples = SampleMaker(tools.tokenizer, tools.chatTemplate, options).make(row);
    return samples.empty() ? std::nullopt : std::optional(std::move(samples.front()));
}

std::vector<std::string> tokenTexts(const Sample& sample, const Tokenizer* tokenizer)
{
    std::vector<std::string> texts;
    for (const std::int32_t id : sample.ids)
        texts.push_back(
            tokenizer ? tokenizer->decode(std::span(&id, 1), SpecialText::Keep) : std::to_string(id) + " ");
    return texts;
}

DryRun dryRun(const Recipe& recipe, const std::filesystem::path& projectData)
{
    const ModelFiles files(recipe.modelNameOrPath); // refuses what is no model before the rows are read
    return dryRun(recipe, readRecipeRows(recipe, projectData, {}, {}));
}

DryRun dryRun(const Recipe& recipe, const RecipeRows& rows)
{
    DryRun run;
    const ModelFiles files(recipe.modelNameOrPath);
    const DecoderOptions options = describeModel(files);
    const std::vector<std::uint64_t> lengths = lengthsOf(rows.samples.train);
    const BatchPlan plan(lengths, recipe);
    run.train = rows.samples.train.statistics;
    run.evaluation = rows.samples.evaluation.statistics;
    for (const ReadReport& report : rows.revision.reports)
        addProblems(run, report.problems);
    addProblems(run, rows.samples.train.problems);
    addProblems(run, rows.samples.evaluation.problems);
    run.steps = plan.totalSteps();
    run.stepsPerEpoch = plan.stepsPerEpoch();
    run.memory = estimateMemory(recipe, options, files, largestPass(plan, lengths));
    run.trainable = trainableCount(run.memory);
    run.diskBytes = estimateDisk(recipe, diskDemand(recipe, files, rows.revision, plan, run.trainable)).total();
    if (auto sample = shownSample(rows.revision.rows.front(), rows.tools, recipe)) {
        run.sample = std::move(*sample);
        run.pieces = tokenTexts(run.sample, rows.tools.tokenizer.get());
    }
    return run;
}

OrderedJson DryRun::json() const
{
    OrderedJson json;
    json["train"] = toJson(train);
    json["evaluation"] = toJson(evaluation);
    json["steps"] = steps;
    json["steps_per_epoch"] = stepsPerEpoch;
    json["trainable"] = trainable;
    json["memory"] = memory.json();
    json["disk_bytes"] = diskBytes;
    json["problem_count"] = problemCount;
    json["problems"] = OrderedJson::array();
    for (const RowProblem& problem : problems)
        json["problems"].push_back({ { "file", problem.file }, { "line", problem.line }, { "field", problem.field },
            { "reason", problem.reason } });
    json["sample"] = { { "rendered", sample.rendered }, { "ids", sample.ids }, { "labels", sample.labels },
        { "tokens", pieces } };
    return json;
}

std::string DryRun::text() const
{
    std::string text = line("training", train);
    if (evaluation.rows > 0)
        text += line("evaluation", evaluation);
    text += std::to_string(steps) + " steps (" + std::to_string(stepsPerEpoch) + " an epoch), "
        + std::to_string(trainable) + " trainable numbers\n\nmemory\n" + memory.text() + "  on the disk  "
        + bytesText(diskBytes) + "\n";
    for (const RowProblem& problem : problems)
        text += problem.file + ":" + std::to_string(problem.line) + ": "
            + (problem.field.empty() ? "" : problem.field + ": ") + problem.reason + "\n";
    return text + "\nthe first row, with what is trained on between ⟦ and ⟧\n" + marked(*this) + "\n";
}

} // namespace temper

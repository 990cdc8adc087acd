// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/os_paths.h"
#include "core/common/base/os_process.h"
#include "core/common/file/file_state.h"
#include "core/common/file/model_files.h"
#include "core/common/recipe/recipe_check.h"
#include "core/common/recipe/recipe_writer.h"
#include "core/engine/bench/sft_bench.h"
#include "core/engine/device/compute.h"
#include "core/engine/session/model_methods.h"
#include "core/engine/train/memory_levers.h"
#include "core/engine/train/time_estimate.h"
#include "core/engine/train/training_setup.h"

#include <algorithm>
#include <map>

namespace temper {
namespace {

struct Request {
    ReadRecipe read;
    std::filesystem::path folder; // the project's
};

Request requestOf(const Json& params)
{
    const std::filesystem::path folder = params.value("folder", ".");
    return { readRecipeText(
                 params.at("text").get<std::string>(), params.value("name", "recipe.yaml"), folder),
        folder };
}

// What decides which rows are trained on and how they become tokens: nothing else makes reading them again
// needful.
std::string rowsKey(const Request& request)
{
    const Recipe& given = request.read.recipe;
    Recipe kept;
    kept.modelNameOrPath = given.modelNameOrPath;
    kept.templateName = given.templateName;
    kept.stage = given.stage;
    kept.dataset = given.dataset;
    kept.datasetDir = given.datasetDir;
    kept.columns = given.columns;
    kept.cutoffLen = given.cutoffLen;
    kept.trainOnPrompt = given.trainOnPrompt;
    kept.maskHistory = given.maskHistory;
    kept.maxSamples = given.maxSamples;
    kept.mixStrategy = given.mixStrategy;
    kept.interleaveProbs = given.interleaveProbs;
    kept.seed = given.seed;
    kept.evalDataset = given.evalDataset;
    kept.valSize = given.valSize;
    kept.probePrompts = given.probePrompts;
    std::string key = recipeText(kept, { .keys = WrittenKeys::All }) + request.folder.string() + "\n"
        + fileState(kept.modelNameOrPath) + fileState(kept.datasetDir) + fileState(request.folder / "data");
    for (const auto* names : { &kept.dataset, &kept.evalDataset })
        for (const std::string& name : *names)
            key += fileState(name);
    return key + fileState(kept.templateName);
}

// The rows asked for last, so that a form may ask again at every key.
class RowsShelf {
public:
    std::shared_ptr<const RecipeRows> get(const Request& request, const SessionContext& context)
    {
        const std::string key = rowsKey(request);
        if (m_rows && m_key == key)
            return m_rows;
        m_rows.reset();
        m_rows = std::make_shared<const RecipeRows>(
            readRecipeRows(request.read.recipe, request.folder / "data", context.progress, context.stop));
        m_key = key;
        return m_rows;
    }

private:
    std::string m_key;
    std::shared_ptr<const RecipeRows> m_rows;
};

// Measured once for each number type: a fraction of a second.
class MachineSpeed {
public:
    double flops(const Recipe& recipe)
    {
        const bool bfloat16 = computeTypeOf(recipe.bf16) != at::kFloat;
        double& known = m_flops[bfloat16];
        if (known == 0) {
            useThreads(recipe.threads);
            known = measureMatrixProducts(bfloat16) * 1e9;
        }
        return known;
    }

private:
    std::map<bool, double> m_flops;
};

Json reason(const std::string& key, const std::string& sentence, const std::string& remedy)
{
    return { { "key", key }, { "sentence", sentence }, { "remedy", remedy } };
}

Json reason(const Error& error)
{
    const bool isKey = std::ranges::any_of(
        recipeKeys(), [&error](const RecipeKey& key) { return key.name == error.subject(); });
    const std::string sentence
        = error.subject().empty() ? error.sentence() : error.subject() + ": " + error.sentence();
    return reason(isKey ? error.subject() : "", sentence, error.remedy());
}

void addRoom(Json& answer, const MemoryEstimate& memory, const Request& request)
{
    const auto available = static_cast<std::int64_t>(availableMemoryBytes());
    answer["available_bytes"] = available;
    try {
        requireMemory(memory, available);
    } catch (const Error& error) {
        answer["reasons"].push_back(reason(error));
    }
    const std::uint64_t disk = freeDiskBytes(request.folder);
    answer["disk_available_bytes"] = disk;
    const auto needed = answer["disk_bytes"].get<std::int64_t>();
    if (static_cast<std::uint64_t>(needed) > disk)
        answer["reasons"].push_back(reason("save_total_limit",
            "the run needs about " + bytesText(needed) + " of the disk, and "
                + bytesText(static_cast<std::int64_t>(disk)) + " are free.",
            "Lower save_total_limit, or free some space."));
}

void addNumbers(Json& answer, const DryRun& run)
{
    answer["bytes"] = Json::parse(run.memory.json().dump());
    answer["bytes"].erase("total");
    answer["bytes"].erase("devices");
    answer["total_bytes"] = run.memory.total();
    answer["rows"] = run.train.rows;
    answer["evaluation_rows"] = run.evaluation.rows;
    answer["tokens"] = run.train.tokens;
    answer["supervised_tokens"] = run.train.supervisedTokens;
    answer["truncated"] = run.train.truncated;
    answer["unusable"] = run.problemCount;
    answer["lengths"] = { { "mean", run.train.meanLength }, { "p50", run.train.p50 },
        { "p95", run.train.p95 }, { "longest", run.train.longest } };
    answer["total_steps"] = run.steps;
    answer["steps_per_epoch"] = run.stepsPerEpoch;
    answer["trainable"] = run.trainable;
}

void addLevers(Json& answer, const Recipe& recipe, const RecipeRows& rows)
{
    answer["levers"] = Json::array();
    for (const MemoryLever& lever : memoryLevers(recipe, lengthsOf(rows.samples.train))) {
        Json changes = Json::array();
        for (const auto& [key, value] : lever.changes)
            changes.push_back({ { "key", key }, { "value", value } });
        answer["levers"].push_back(
            { { "changes", std::move(changes) }, { "total_bytes", lever.memory.total() } });
    }
}

void addEstimate(Json& answer, const Request& request, const RecipeRows& rows, MachineSpeed& speed)
{
    const Recipe& recipe = request.read.recipe;
    const DryRun run = dryRun(recipe, rows);
    addNumbers(answer, run);
    answer["disk_bytes"] = run.diskBytes;
    addRoom(answer, run.memory, request);
    addLevers(answer, recipe, rows);
    const ModelFiles files(recipe.modelNameOrPath);
    const TimeEstimate time = estimateTime(recipe, run, describeModel(files), speed.flops(recipe));
    answer["total_tokens"] = time.tokens;
    answer["tokens_per_second"] = time.tokensPerSecond;
    answer["seconds"] = time.seconds();
}

// A recipe that cannot be run is answered with the reasons, not with an error.
Json estimate(const Json& params, const SessionContext& context, RowsShelf& shelf, MachineSpeed& speed)
{
    Json answer { { "reasons", Json::array() } };
    try {
        const Request request = requestOf(params);
        for (const RecipeProblem& problem : recipeProblems(request.read.recipe))
            answer["reasons"].push_back(reason(problem.key, problem.sentence, problem.remedy));
        if (answer["reasons"].empty())
            addEstimate(answer, request, *shelf.get(request, context), speed);
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::Cancelled || error.kind() == ErrorKind::Internal)
            throw;
        answer["reasons"].push_back(reason(error));
    }
    answer["ready"] = answer["reasons"].empty();
    return answer;
}

Json sample(const Json& params, const SessionContext& context, RowsShelf& shelf)
{
    const Request request = requestOf(params);
    checkRecipe(request.read);
    const auto rows = shelf.get(request, context);
    const std::uint64_t count = rows->samples.train.statistics.rows;
    const auto index = params.value("index", std::int64_t { 0 });
    if (index < 0 || static_cast<std::uint64_t>(index) >= count)
        throw Error(ErrorKind::Usage,
            "is " + std::to_string(index) + ", and there are " + std::to_string(count) + " training rows.",
            "index", "Give a number from 0.");
    const DataRow& row = rows->revision.rows[static_cast<std::size_t>(index)];
    const auto shown = shownSample(row, rows->tools, request.read.recipe);
    Json answer { { "index", index }, { "rows", count } };
    answer["file"]
        = row.source.file < rows->revision.files.size() ? rows->revision.files[row.source.file] : "";
    answer["line"] = row.source.line;
    const Sample nothing;
    const Sample& told = shown ? *shown : nothing;
    answer["text"] = told.rendered;
    answer["ids"] = told.ids;
    answer["tokens"] = tokenTexts(told, rows->tools.tokenizer.get());
    answer["loss_mask"] = told.lossMask;
    answer["truncated"] = told.truncated;
    answer["offsets"] = Json::array();
    for (const TextSpan& span : told.offsets)
        answer["offsets"].push_back({ span.begin, span.end });
    return answer;
}

} // namespace

void addEstimateMethods(SessionMethods& methods)
{
    const auto shelf = std::make_shared<RowsShelf>();
    const auto speed = std::make_shared<MachineSpeed>();
    methods["recipe.estimate"] = { [shelf, speed](const Json& params, const SessionContext& context) {
                                      return estimate(params, context, *shelf, *speed);
                                  },
        SessionLane::Rows };
    methods["recipe.sample"] = { [shelf](const Json& params, const SessionContext& context) {
                                    return sample(params, context, *shelf);
                                },
        SessionLane::Rows };
}

} // namespace temper

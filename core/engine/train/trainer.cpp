// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/trainer.h"

#include "core/common/base/error.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/base/os_process.h"
#include "core/common/file/model_files.h"
#include "core/common/file/model_hash.h"
#include "core/common/link/control_server.h"
#include "core/common/project/checkpoint_folder.h"
#include "core/common/project/run_name.h"
#include "core/common/recipe/recipe_check.h"
#include "core/common/recipe/recipe_writer.h"
#include "core/engine/device/compute.h"
#include "core/engine/export/hf_folder.h"
#include "core/engine/train/dry_run.h"
#include "core/engine/train/training_loop.h"
#include "core/engine/train/verdict.h"

#include <c10/core/ScalarType.h>
#include <chrono>

namespace temper {

namespace {

// One run in this process; members in the order in which they come to be.
class RunProcess {
public:
    explicit RunProcess(const TrainRequest& request)
        : m_request(request)
        , m_recipe(request.recipe.recipe)
        , m_run(request.run)
    {
    }

    void execute();

private:
    void openFolder();
    void requireRoomForWeights();
    void requireRoom(const LanguageModel& model, const TrainingSamples& samples);
    void describeRun(const ModelFiles& files);
    Revision loadRows();
    TrainerState startingState(const Trainable& trainable, Optimizer& optimizer, const std::string& dataHash);
    void train();
    void finish(LoopEnd end, const TrainerState& state, const Trainable& trainable, const JudgedParts& judged);
    void saveWholeModel(LanguageModel& model);
    ProgressFunction progress(RunPhase phase);

    const TrainRequest& m_request;
    const Recipe& m_recipe;
    RunFolder m_run;
    ControlMailbox m_mailbox;
    std::optional<FileLock> m_lock;
    std::optional<RunReporter> m_reporter;
    std::optional<ControlServer> m_server;
    int m_threads = 1;
    std::int64_t m_availableBytes = 0; // before anything was loaded
};

void RunProcess::openFolder()
{
    m_run.create();
    m_lock.emplace(claimRun(m_run));
    if (m_request.start == RunStart::Fresh)
        requireFreshRun(m_run);
    removeCheckpointLeftovers(m_run.checkpointsFolder());
    m_reporter.emplace(m_run, m_request.onText);
}

// The rows are not known yet, but a model that is too large alone is not worth loading.
void RunProcess::requireRoomForWeights()
{
    m_availableBytes = static_cast<std::int64_t>(availableMemoryBytes());
    const ModelFiles files(m_recipe.modelNameOrPath);
    MemoryEstimate estimate;
    estimate.weights = estimateMemory(m_recipe, describeModel(files), files, 0).weights;
    requireMemory(estimate, m_availableBytes);
}

void RunProcess::requireRoom(const LanguageModel& model, const TrainingSamples& samples)
{
    const std::vector<std::uint64_t> lengths = lengthsOf(samples.train);
    const std::int64_t tokens = largestPass(BatchPlan(lengths, m_recipe), lengths);
    requireMemory(
        estimateMemory(m_recipe, model.decoder->options(), *model.files, tokens), m_availableBytes);
}

void RunProcess::describeRun(const ModelFiles& files)
{
    RunInfo info = m_run.readInfo();
    const std::string hash = modelHash(files);
    if (m_request.start == RunStart::Resume)
        requireSameModel(info, hash);
    if (info.created == 0)
        info.created = std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
    if (info.name.empty())
        info.name = runTitle(m_recipe);
    info.recipeHash = recipeHash(m_recipe);
    info.modelHash = hash;
    info.processId = processId();
    info.machine = machineName();
    info.threads = m_threads;
    info.dataType = computeTypeOf(m_recipe.bf16) == at::kFloat ? "float32" : "bfloat16";
    m_server.emplace(m_run.folder(), m_mailbox);
    info.socket = m_server->socket().string();
    m_run.writeInfo(info);
    if (m_request.start == RunStart::Fresh || !std::filesystem::exists(m_run.recipeFile()))
        writeFileAtomically(m_run.recipeFile(), recipeText(m_recipe));
}

ProgressFunction RunProcess::progress(RunPhase phase)
{
    return [this, phase](const Progress& now) { m_reporter->phase(phase, now.done, now.total, now.unit); };
}

Revision RunProcess::loadRows()
{
    if (m_request.start == RunStart::Resume && hasRevision(m_run))
        return readRevision(m_run);
    const std::filesystem::path projectData = m_run.folder().parent_path().parent_path() / "data";
    Revision revision = chooseRows(m_recipe, projectData, progress(RunPhase::Loading), m_mailbox.stopToken());
    for (const ReadReport& report : revision.reports)
        if (report.problems.total > 0)
            m_reporter->event(WarningEvent { std::to_string(report.problems.total) + " rows of " + report.file.string()
                + " cannot be used; the first: line " + std::to_string(report.problems.listed.front().line) + ": "
                + report.problems.listed.front().reason });
    for (const std::string& note : revision.notes)
        m_reporter->event(WarningEvent { note });
    writeRevision(m_run, revision);
    return revision;
}

TrainerState RunProcess::startingState(
    const Trainable& trainable, Optimizer& optimizer, const std::string& dataHash)
{
    TrainerState state;
    state.threads = m_threads;
    state.computeType = computeTypeOf(m_recipe.bf16) == at::kFloat ? "float32" : "bfloat16";
    state.recipeHash = recipeHash(m_recipe);
    state.dataHash = dataHash;
    if (m_request.start == RunStart::Fresh)
        return state;
    if (const auto newest = newestCheckpoint(m_run.checkpointsFolder()))
        state = restoreCheckpoint(newest->folder, state, trainable, optimizer);
    m_reporter->event(ResumedEvent { state.step });
    return state;
}

void RunProcess::train()
{
    m_reporter->phase(RunPhase::Loading);
    requireRoomForWeights();
    std::unique_ptr<LanguageModel> model = loadForTraining(m_recipe);
    describeRun(*model->files);
    const Trainable trainable = chooseTrainable(*model, m_recipe);
    const Revision revision = loadRows();
    const TextTools tools = needsTokenizer(revision, m_recipe) ? loadTextTools(m_recipe) : TextTools {};
    m_reporter->phase(RunPhase::Tokenising);
    const TrainingSamples samples = makeTrainingSamples(
        revision, tools, m_recipe, progress(RunPhase::Tokenising), m_mailbox.stopToken());
    requireRoom(*model, samples);
    Optimizer optimizer(trainable.parameters, m_recipe);
    const TrainerState start = startingState(trainable, optimizer, frozenDataHash(revision.frozen));
    m_reporter->say("training " + std::to_string(trainable.count()) + " numbers on "
        + std::to_string(samples.train.statistics.samples) + " rows, "
        + std::to_string(samples.train.statistics.supervisedTokens) + " supervised tokens");
    const JudgedParts judged { *model, samples, tools, m_recipe };
    if (start.step == 0)
        recordHeldOutLosses(judged, m_run, JudgedModel::Base, 0, progress(RunPhase::Evaluating), m_mailbox.stopToken());
    TrainingLoop loop(
        { m_recipe, m_run, *model, trainable, optimizer, samples, tools, m_mailbox, *m_reporter }, start);
    const LoopEnd end = loop.run();
    finish(end, loop.state(), trainable, judged);
}

void RunProcess::finish(
    LoopEnd end, const TrainerState& state, const Trainable& trainable, const JudgedParts& judged)
{
    m_reporter->phase(RunPhase::Saving);
    const bool takesBest = m_recipe.loadBestModelAtEnd && state.bestLoss && end != LoopEnd::Stopped;
    if (takesBest)
        restoreParameters(m_run.checkpointsFolder() / checkpointName(state.bestStep), trainable);
    if (trainable.adapter)
        saveAdapter(*trainable.adapter, m_run.adapterFolder());
    else if (end != LoopEnd::Stopped)
        saveWholeModel(judged.model);
    if (end != LoopEnd::Stopped)
        recordHeldOutLosses(judged, m_run, JudgedModel::Tuned, takesBest ? state.bestStep : state.step,
            progress(RunPhase::Evaluating));
    m_reporter->phase(RunPhase::Done);
    m_reporter->event(EndEvent { end == LoopEnd::Stopped ? EndState::Stopped : EndState::Done, state.step });
}

// A run that was killed while saving, or is resumed when it was done, saves again.
void RunProcess::saveWholeModel(LanguageModel& model)
{
    const std::filesystem::path folder = m_run.folder() / "model";
    const std::filesystem::path unfinished = m_run.folder() / "model.tmp";
    std::filesystem::remove_all(unfinished);
    saveHfFolder(model, unfinished);
    std::filesystem::remove_all(folder);
    std::filesystem::rename(unfinished, folder);
}

void RunProcess::execute()
{
    m_threads = useThreads(m_recipe.threads);
    openFolder();
    try {
        train();
    } catch (const Error& error) {
        const bool stopped = error.kind() == ErrorKind::Cancelled;
        if (!stopped) {
            m_reporter->event(ErrorEvent { error.subject().empty() ? error.sentence()
                                                                   : error.subject() + ": " + error.sentence(),
                error.remedy() });
            m_reporter->phase(RunPhase::Failed);
        }
        m_reporter->event(EndEvent { stopped ? EndState::Stopped : EndState::Failed, 0 });
        if (!stopped)
            throw;
    }
}

} // namespace

void trainRun(const TrainRequest& request)
{
    checkRecipe(request.recipe);
    RunProcess(request).execute();
}

} // namespace temper

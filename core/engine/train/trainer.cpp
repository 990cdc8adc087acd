// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/trainer.h"

#include "core/common/base/error_text.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/base/os_process.h"
#include "core/common/file/model_files.h"
#include "core/common/file/model_hash.h"
#include "core/common/link/control_server.h"
#include "core/common/link/room.h"
#include "core/common/project/checkpoint_folder.h"
#include "core/common/project/run_name.h"
#include "core/common/recipe/recipe_check.h"
#include "core/common/recipe/recipe_writer.h"
#include "core/engine/device/compute.h"
#include "core/engine/export/hf_folder.h"
#include "core/engine/train/disk_estimate.h"
#include "core/engine/train/dry_run.h"
#include "core/engine/train/resume.h"
#include "core/engine/train/training_loop.h"
#include "core/engine/train/verdict.h"

#include <chrono>

namespace temper {

namespace {

// A disk that is full has no room for the lines that say so: these bytes are given up for them.
constexpr std::size_t kReserveBytes = 16384;

struct Prepared {
    std::unique_ptr<LanguageModel> model;
    Trainable trainable;
    TextTools tools;
    TrainingSamples samples;
    std::string dataHash;
};

// One run in this process; members in the order in which they come to be.
class RunProcess {
public:
    explicit RunProcess(const TrainRequest& request)
        : m_request(request)
        , m_recipe(request.recipe.recipe)
        , m_run(request.run)
        , m_start(request.start)
        , m_onStop(request.stop, [this] { m_mailbox.post(ControlCommand::Stop); })
    {
    }

    void execute();

private:
    void openFolder();
    void requireRoomForModel();
    void requireRoomFor(const MemoryEstimate& estimate);
    void requireRoom(const Prepared& run, const Revision& revision);
    void describeRun();
    void nameModel(const ModelFiles& files);
    Revision loadRows();
    TrainerState startingState(const Prepared& run, Optimizer& optimizer);
    Prepared prepare();
    void train();
    LoopEnd trainAndSave(Prepared& run);
    bool saveResult(LoopEnd end, const TrainerState& state, Prepared& run);
    void judge(const Prepared& run, JudgedModel model, std::int64_t step);
    void judgeBase(Prepared& run);
    std::filesystem::path reserveFile() const { return m_run.folder() / "reserve"; }
    void giveUpReserve() const;
    void endEarly(const Error& error);
    void warn(const std::string& sentence);
    void warnOfNoVerdict(const Error& error);
    void enter(RunPhase phase);
    bool takeBest(const TrainerState& state, const Trainable& trainable);
    void saveWholeModel(LanguageModel& model);
    ProgressFunction progress(RunPhase phase);

    const TrainRequest& m_request;
    const Recipe& m_recipe;
    RunFolder m_run;
    RunStart m_start;
    ControlMailbox m_mailbox;
    std::stop_callback<std::function<void()>> m_onStop;
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
    if (m_start == RunStart::Fresh)
        requireFreshRun(m_run);
    else if (!hasTrained(m_run))
        m_start = RunStart::Fresh;
    else
        requireSameRun(m_run, m_recipe, m_threads);
    const bool wasBegun = std::filesystem::exists(m_run.eventsFile());
    writeFileAtomically(reserveFile(), std::string(kReserveBytes, '-'));
    m_reporter.emplace(m_run, m_request.onText);
    LiveStatus status;
    status.step = m_start == RunStart::Resume ? lastStepOf(m_run) : 0;
    m_mailbox.setStatus(status);
    if (m_start == RunStart::Fresh && wasBegun)
        m_reporter->event(ResumedEvent { 0 });
}

void RunProcess::warn(const std::string& sentence)
{
    m_reporter->event(WarningEvent { sentence });
    m_reporter->say("note: " + sentence);
}

void RunProcess::warnOfNoVerdict(const Error& error)
{
    const bool stopped = error.kind() == ErrorKind::Cancelled;
    const std::string subject = error.subject().empty() ? "" : error.subject() + ": ";
    warn("the result is saved but was not judged on the held-out rows: "
        + (stopped ? "the run was stopped." : onOneLine(subject + error.sentence())));
}

void RunProcess::enter(RunPhase phase)
{
    LiveStatus status = m_mailbox.status();
    status.phase = phaseName(phase);
    m_mailbox.setStatus(status);
    m_reporter->phase(phase);
}

// The rows are not known yet, but a model that is too large without them is not worth loading.
void RunProcess::requireRoomForModel()
{
    m_availableBytes = static_cast<std::int64_t>(availableMemoryBytes());
    const ModelFiles files(m_recipe.modelNameOrPath);
    requireRoomFor(estimateMemory(m_recipe, describeModel(files), files, 0));
}

void RunProcess::requireRoomFor(const MemoryEstimate& estimate)
{
    if (estimate.total() > m_availableBytes)
        m_availableBytes += askForRoom(estimate.total() - m_availableBytes);
    requireMemory(estimate, m_availableBytes);
}

void RunProcess::requireRoom(const Prepared& run, const Revision& revision)
{
    const std::vector<std::uint64_t> lengths = lengthsOf(run.samples.train);
    const BatchPlan plan(lengths, m_recipe);
    requireRoomFor(estimateMemory(
        m_recipe, run.model->decoder->options(), *run.model->files, largestPass(plan, lengths)));
    const DiskDemand demand = diskDemand(m_recipe, *run.model->files, revision, plan, run.trainable.count());
    requireDisk(estimateDisk(m_recipe, demand), m_run.folder());
}

// From here on others can see the run and speak to it.
void RunProcess::describeRun()
{
    RunInfo info = m_run.readInfo();
    if (info.created == 0)
        info.created
            = std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
    if (info.name.empty())
        info.name = runTitle(m_recipe);
    info.recipeHash = recipeHash(m_recipe);
    info.processId = processId();
    info.machine = machineName();
    info.threads = m_threads;
    info.dataType = computeTypeName(m_recipe);
    m_server.emplace(m_run.folder(), m_mailbox);
    info.socket = m_server->socket().string();
    m_run.writeInfo(info);
    if (m_start == RunStart::Fresh || !std::filesystem::exists(m_run.recipeFile()))
        writeFileAtomically(m_run.recipeFile(), recipeText(m_recipe));
}

void RunProcess::nameModel(const ModelFiles& files)
{
    RunInfo info = m_run.readInfo();
    info.modelHash = modelHash(files);
    m_run.writeInfo(info);
}

ProgressFunction RunProcess::progress(RunPhase phase)
{
    return [this, phase](const Progress& now) { m_reporter->phase(phase, now.done, now.total, now.unit); };
}

Revision RunProcess::loadRows()
{
    if (m_start == RunStart::Resume && hasRevision(m_run))
        return readRevision(m_run);
    const std::filesystem::path project
        = m_request.project.empty() ? m_run.folder().parent_path().parent_path() : m_request.project;
    Revision revision = chooseRows(m_recipe, project / "data", progress(RunPhase::Loading), m_mailbox.stopToken());
    for (const ReadReport& report : revision.reports)
        if (report.problems.total > 0)
            warn(std::to_string(report.problems.total) + " rows of " + report.file.string()
                + " cannot be used; the first: line " + std::to_string(report.problems.listed.front().line)
                + ": " + report.problems.listed.front().reason);
    for (const std::string& note : revision.notes)
        warn(note);
    writeRevision(m_run, revision);
    return revision;
}

TrainerState RunProcess::startingState(const Prepared& run, Optimizer& optimizer)
{
    TrainerState state;
    state.threads = m_threads;
    state.computeType = computeTypeName(m_recipe);
    state.recipeHash = recipeHash(m_recipe);
    state.dataHash = run.dataHash;
    if (m_start == RunStart::Fresh)
        return state;
    const auto say = [this](const std::string& sentence) { warn(sentence); };
    if (const auto restored = restoreNewest(m_run, state, run.trainable, optimizer, say))
        state = *restored;
    m_reporter->event(ResumedEvent { state.step });
    LiveStatus status = m_mailbox.status();
    status.step = state.step;
    m_mailbox.setStatus(status);
    return state;
}

Prepared RunProcess::prepare()
{
    enter(RunPhase::Loading);
    describeRun();
    removeCheckpointLeftovers(m_run.checkpointsFolder());
    requireRoomForModel();
    Prepared run;
    run.model = loadForTraining(m_recipe);
    if (m_mailbox.stopToken().stop_requested())
        throw Error(ErrorKind::Cancelled, "the run was stopped while it loaded the model.");
    nameModel(*run.model->files);
    run.trainable = chooseTrainable(*run.model, m_recipe);
    const Revision revision = loadRows();
    run.dataHash = frozenDataHash(revision.frozen);
    if (needsTokenizer(revision, m_recipe))
        run.tools = loadTextTools(m_recipe);
    run.tools.vocabularySize = run.model->decoder->options().vocabularySize;
    enter(RunPhase::Tokenising);
    run.samples = makeTrainingSamples(
        revision, run.tools, m_recipe, progress(RunPhase::Tokenising), m_mailbox.stopToken());
    requireRoom(run, revision);
    return run;
}

void RunProcess::train()
{
    Prepared run = prepare();
    const LoopEnd end = trainAndSave(run);
    if (end != LoopEnd::Stopped)
        judgeBase(run);
    enter(RunPhase::Done);
    giveUpReserve();
    m_reporter->event(
        EndEvent { end == LoopEnd::Stopped ? EndState::Stopped : EndState::Done, m_mailbox.status().step });
}

LoopEnd RunProcess::trainAndSave(Prepared& run)
{
    Optimizer optimizer(run.trainable.parameters, m_recipe);
    const TrainerState start = startingState(run, optimizer);
    m_reporter->say("training " + std::to_string(run.trainable.count()) + " numbers on "
        + std::to_string(run.samples.train.statistics.samples) + " rows, "
        + std::to_string(run.samples.train.statistics.supervisedTokens) + " supervised tokens");
    TrainingLoop loop({ m_recipe, m_run, *run.model, run.trainable, optimizer, run.samples, run.tools,
                          m_mailbox, *m_reporter },
        start);
    const LoopEnd end = loop.run();
    enter(RunPhase::Saving);
    const bool tookBest = saveResult(end, loop.state(), run);
    if (end != LoopEnd::Stopped)
        judge(run, JudgedModel::Tuned, tookBest ? loop.state().bestStep : loop.state().step);
    return end;
}

// Whether it is the best checkpoint rather than the last.
bool RunProcess::saveResult(LoopEnd end, const TrainerState& state, Prepared& run)
{
    const bool wantsBest = m_recipe.loadBestModelAtEnd && state.bestLoss && end != LoopEnd::Stopped;
    const bool tookBest = wantsBest && takeBest(state, run.trainable);
    if (run.trainable.adapter)
        saveAdapter(*run.trainable.adapter, m_run.adapterFolder());
    else if (end != LoopEnd::Stopped)
        saveWholeModel(*run.model);
    return tookBest;
}

// The result is on the disk: what goes wrong here costs the verdict only.
void RunProcess::judge(const Prepared& run, JudgedModel model, std::int64_t step)
{
    try {
        recordHeldOutLosses({ *run.model, run.samples, run.tools, m_recipe }, m_run, model, step,
            progress(RunPhase::Evaluating), m_mailbox.stopToken());
    } catch (...) {
        warnOfNoVerdict(errorFrom(std::current_exception()));
    }
}

// As it was before the first step, loaded anew: the run began to learn without waiting for this.
void RunProcess::judgeBase(Prepared& run)
{
    if (run.samples.evaluation.samples.empty())
        return;
    run.trainable = {};
    run.model.reset();
    try {
        run.model = loadForTraining(m_recipe);
        run.trainable = chooseTrainable(*run.model, m_recipe);
    } catch (...) {
        warnOfNoVerdict(errorFrom(std::current_exception()));
        return;
    }
    judge(run, JudgedModel::Base, 0);
}

// False when its checkpoint is gone.
bool RunProcess::takeBest(const TrainerState& state, const Trainable& trainable)
{
    const std::filesystem::path best = m_run.checkpointsFolder() / checkpointName(state.bestStep);
    if (!isCompleteCheckpoint(best)) {
        warn("the best checkpoint, " + checkpointName(state.bestStep)
            + ", is gone; the result has the last weights.");
        return false;
    }
    restoreParameters(best, trainable);
    return true;
}

// A run that was killed while saving, or is resumed when it was done, saves again.
void RunProcess::saveWholeModel(LanguageModel& model)
{
    const std::filesystem::path folder = m_run.folder() / "model";
    const std::filesystem::path unfinished = m_run.folder() / "model.tmp";
    std::filesystem::remove_all(unfinished);
    saveHfFolder(model, unfinished);
    std::filesystem::remove_all(folder);
    renameDurably(unfinished, folder);
}

void RunProcess::giveUpReserve() const
{
    std::error_code problem; // only a file too many remains
    std::filesystem::remove(reserveFile(), problem);
}

void RunProcess::endEarly(const Error& error)
{
    const bool stopped = error.kind() == ErrorKind::Cancelled;
    giveUpReserve();
    try {
        if (!stopped) {
            const std::string subject = error.subject().empty() ? "" : error.subject() + ": ";
            m_reporter->event(ErrorEvent { onOneLine(subject + error.sentence()), error.remedy() });
            m_reporter->phase(RunPhase::Failed);
        }
        m_reporter->event(
            EndEvent { stopped ? EndState::Stopped : EndState::Failed, m_mailbox.status().step });
    } catch (const Error&) {
        // Others may have taken what was given up: the failure itself matters more.
    }
    if (!stopped)
        throw error;
}

void RunProcess::execute()
{
    m_threads = useThreads(m_recipe.threads);
    openFolder();
    try {
        train();
    } catch (...) {
        endEarly(errorFrom(std::current_exception()));
    }
}

} // namespace

void trainRun(const TrainRequest& request)
{
    checkRecipe(request.recipe);
    RunProcess(request).execute();
}

} // namespace temper

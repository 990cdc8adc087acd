// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/run_folder.h"

#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/project/checkpoint_folder.h"

#include <algorithm>
#include <fmt/format.h>
#include <ranges>
#include <utility>

namespace temper {
namespace {

namespace fs = std::filesystem;

RunState stateOfEnd(EndState end)
{
    switch (end) {
    case EndState::Done:
        return RunState::Done;
    case EndState::Stopped:
        return RunState::Stopped;
    case EndState::Failed:
        return RunState::Failed;
    }
    return RunState::Failed;
}

RunState stateOf(const RunFolder& run, const std::vector<TimedEvent>& lastEvents)
{
    if (FileLock::isHeld(run.lockFile()))
        return RunState::Running;
    for (const TimedEvent& event : lastEvents | std::views::reverse) {
        if (const auto* end = std::get_if<EndEvent>(&event.event))
            return stateOfEnd(end->state);
        if (!std::holds_alternative<WarningEvent>(event.event))
            return RunState::Interrupted;
    }
    return RunState::Queued;
}

// Mostly a few lines tell how a run stands, which matters where there are thousands of runs.
std::vector<TimedEvent> fewLastEvents(const RunFolder& run)
{
    constexpr std::uint64_t kFewLines = 4096; // bytes
    std::vector<TimedEvent> events = readLastEvents(run.eventsFile(), kFewLines);
    const bool hasStep = std::ranges::any_of(
        events, [](const auto& e) { return std::holds_alternative<StepEvent>(e.event); });
    return hasStep ? events : readLastEvents(run.eventsFile());
}

OrderedJson infoToJson(const RunInfo& info)
{
    OrderedJson json;
    json["name"] = info.name;
    json["created"] = info.created;
    json["recipe_hash"] = info.recipeHash;
    json["model_hash"] = info.modelHash;
    json["socket"] = info.socket;
    json["process"] = info.processId;
    json["machine"] = info.machine;
    json["threads"] = info.threads;
    json["data_type"] = info.dataType;
    return json;
}

RunInfo infoFromJson(const Json& json)
{
    RunInfo info;
    info.name = json.value("name", info.name);
    info.created = json.value("created", info.created);
    info.recipeHash = json.value("recipe_hash", info.recipeHash);
    info.modelHash = json.value("model_hash", info.modelHash);
    info.socket = json.value("socket", info.socket);
    info.processId = json.value("process", info.processId);
    info.machine = json.value("machine", info.machine);
    info.threads = json.value("threads", info.threads);
    info.dataType = json.value("data_type", info.dataType);
    return info;
}

// Over the steps since the last pause or resumption, so that standing still counts for nothing.
double paceOf(const std::vector<TimedEvent>& events)
{
    const StepEvent* first = nullptr;
    double firstTime = 0;
    double pace = 0;
    for (const TimedEvent& event : events) {
        const auto* phase = std::get_if<PhaseEvent>(&event.event);
        const auto* step = std::get_if<StepEvent>(&event.event);
        if ((phase && phase->phase == RunPhase::Paused) || std::holds_alternative<ResumedEvent>(event.event))
            first = nullptr;
        if (step && !first) {
            first = step;
            firstTime = event.time;
        } else if (step && step->step > first->step) {
            pace = (event.time - firstTime) / static_cast<double>(step->step - first->step);
        }
    }
    return std::max(0.0, pace);
}

void addEvents(const std::vector<TimedEvent>& events, RunSummary& summary)
{
    summary.secondsPerStep = paceOf(events);
    for (const TimedEvent& event : events) {
        summary.lastEvent = event.time;
        if (const auto* step = std::get_if<StepEvent>(&event.event)) {
            summary.step = step->step;
            summary.totalSteps = step->totalSteps;
            summary.loss = step->loss;
        } else if (const auto* phase = std::get_if<PhaseEvent>(&event.event)) {
            summary.phase = phase->phase;
        } else if (const auto* error = std::get_if<ErrorEvent>(&event.event)) {
            summary.problem = error->message;
        } else if (const auto* resumed = std::get_if<ResumedEvent>(&event.event)) {
            summary.step = resumed->fromStep;
            summary.problem.clear();
        } else if (const auto* end = std::get_if<EndEvent>(&event.event)) {
            summary.step = std::max(summary.step, end->step);
        }
    }
}

} // namespace

std::string_view runStateName(RunState state)
{
    switch (state) {
    case RunState::Queued:
        return "queued";
    case RunState::Running:
        return "running";
    case RunState::Interrupted:
        return "interrupted";
    case RunState::Done:
        return "done";
    case RunState::Stopped:
        return "stopped";
    case RunState::Failed:
        return "failed";
    }
    return {};
}

RunFolder::RunFolder(fs::path folder)
    : m_folder(fs::absolute(folder).lexically_normal())
{
    if (!m_folder.has_filename()) // "runs/one/" names runs/one
        m_folder = m_folder.parent_path();
}

std::string RunFolder::id() const
{
    return m_folder.filename().string();
}

void RunFolder::create() const
{
    for (const fs::path& folder : { m_folder, dataFolder(), checkpointsFolder() }) {
        std::error_code problem;
        fs::create_directories(folder, problem);
        if (problem)
            throw Error(ErrorKind::Environment,
                fmt::format("this folder cannot be made: {}.", problem.message()), folder.string(),
                "Name a folder that you may write to with --run.");
    }
}

RunInfo RunFolder::readInfo() const
{
    std::error_code missing;
    if (!fs::exists(infoFile(), missing))
        return {};
    const Json json = readJsonFile(infoFile());
    try {
        return infoFromJson(json);
    } catch (const Json::exception&) {
        throw Error(ErrorKind::Input, "this file does not describe a run.", infoFile().string(),
            "Remove it to go on without it.");
    }
}

void RunFolder::writeInfo(const RunInfo& info) const
{
    writeFileAtomically(
        infoFile(), infoToJson(info).dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n");
}

RunState RunFolder::state() const
{
    return stateOf(*this, readLastEvents(eventsFile()));
}

FileLock claimRun(const RunFolder& run)
{
    std::optional<FileLock> lock = FileLock::tryLock(run.lockFile());
    if (!lock)
        throw Error(ErrorKind::Input, "another program is training in this folder.", run.folder().string(),
            "Wait for it, stop it with \"temper-engine control\", or name another folder with --run.");
    return std::move(*lock);
}

bool hasTrained(const RunFolder& run)
{
    const std::vector<TimedEvent> events = readLastEvents(run.eventsFile());
    const bool hasSteps = std::ranges::any_of(
        events, [](const auto& e) { return std::holds_alternative<StepEvent>(e.event); });
    return hasSteps || newestCheckpoint(run.checkpointsFolder());
}

std::int64_t lastStepOf(const RunFolder& run)
{
    const auto newest = newestCheckpoint(run.checkpointsFolder());
    return std::max(summariseRun(run).step, newest ? newest->step : 0);
}

void requireFreshRun(const RunFolder& run)
{
    if (hasTrained(run))
        throw Error(ErrorKind::Input, "this folder already holds a run.", run.folder().string(),
            "Add --resume to go on with it, or name another folder with --run.");
}

void requireSameModel(const RunInfo& info, const std::string& modelHash)
{
    if (!info.modelHash.empty() && !modelHash.empty() && info.modelHash != modelHash)
        throw Error(ErrorKind::Input, "this run began with a model of other content.", "model_name_or_path",
            "Resume with the model it began with, or start a new run.");
}

RunSummary summariseRun(const RunFolder& run)
{
    RunSummary summary { .run = run, .info = {}, .loss = {}, .problem = {} };
    const std::vector<TimedEvent> events = fewLastEvents(run);
    summary.state = stateOf(run, events);
    addEvents(events, summary);
    try {
        summary.info = run.readInfo();
    } catch (const Error& error) {
        summary.problem = error.what();
    }
    if (summary.info.name.empty())
        summary.info.name = run.id();
    return summary;
}

std::vector<RunSummary> listRuns(const fs::path& runs)
{
    std::vector<RunSummary> summaries;
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(runs, missing)) {
        const RunFolder run(entry.path());
        if (fs::exists(run.recipeFile()) || fs::exists(run.eventsFile()))
            summaries.push_back(summariseRun(run));
    }
    const auto younger = [](const RunSummary& a, const RunSummary& b) {
        return std::pair(b.info.created, a.run.id()) < std::pair(a.info.created, b.run.id());
    };
    std::ranges::sort(summaries, younger);
    return summaries;
}

} // namespace temper

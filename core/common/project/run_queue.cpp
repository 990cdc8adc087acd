// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/run_queue.h"

#include "core/common/base/error.h"
#include "core/common/base/os_process.h"
#include "core/common/link/events.h"
#include "core/common/project/checkpoint_folder.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <thread>

namespace temper {
namespace {

// How long a process that was just started may take to lock its run. Later its number may be somebody else's.
constexpr double kStartSeconds = 600;

double now()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

bool isStillRunning(const RunFolder& run, const QueueEntry& entry)
{
    if (FileLock::isHeld(run.lockFile()))
        return true;
    const bool mayBeStarting = now() - entry.startedAt < kStartSeconds;
    return mayBeStarting && entry.processId > 0 && isProcessAlive(entry.processId);
}

// False when the stop came first.
bool waitForEnd(const RunFolder& run,
    const QueueEntry& entry,
    const QueueOptions& options,
    const std::stop_token& stop)
{
    while (isStillRunning(run, entry)) {
        if (stop.stop_requested())
            return false;
        std::this_thread::sleep_for(options.interval);
    }
    return true;
}

std::uintmax_t eventBytes(const RunFolder& run)
{
    std::error_code missing;
    const auto bytes = std::filesystem::file_size(run.eventsFile(), missing);
    return missing ? 0 : bytes;
}

std::string lastLogLine(const RunFolder& run)
{
    constexpr std::streamoff kLongestLine = 2000;
    std::ifstream file(run.logFile(), std::ios::binary | std::ios::ate);
    file.seekg(std::max<std::streamoff>(0, static_cast<std::streamoff>(file.tellg()) - kLongestLine));
    std::string last;
    for (std::string line; std::getline(file, line);)
        last = line.empty() ? last : line;
    return last;
}

// An engine that could not even read the recipe has told it to its log alone.
void recordSilentEnd(const RunFolder& run)
{
    const auto lock = FileLock::tryLock(run.lockFile());
    if (!lock)
        return;
    const std::string line = lastLogLine(run);
    EventWriter events(run.eventsFile());
    events.write(ErrorEvent { line.empty() ? "the engine ended before the run began." : line, {} });
    events.write(EndEvent { EndState::Failed, lastStepOf(run) });
}

// The runs that this process started, with the size that their events had then.
using StartedRuns = std::map<std::string, std::uintmax_t>;

void startNext(Project& project, const QueueEntry& entry, const QueueOptions& options, StartedRuns& started)
{
    const RunFolder run = project.run(entry.runId);
    try {
        if (FileLock::isHeld(run.lockFile())) // somebody started it by hand
            return project.markStarted(entry.runId, 0);
        if (!std::filesystem::exists(run.recipeFile()))
            throw Error(ErrorKind::Input, "this run has no recipe.", run.recipeFile().string());
        options.say(fmt::format("starting {}", entry.runId));
        started[entry.runId] = eventBytes(run);
        project.markStarted(entry.runId, options.start(run));
    } catch (const Error& error) {
        options.say(fmt::format("{} was taken off the queue: {}", entry.runId, error.what()));
        project.removeFromQueue(entry.runId);
    }
}

// Whether a run that is marked as started has ended for good.
bool hasEnded(const RunFolder& run, const QueueEntry& entry, const StartedRuns& started)
{
    const bool killedWithItsQueue = !started.contains(entry.runId) && run.state() == RunState::Interrupted;
    return !killedWithItsQueue;
}

QueueEnd workWithLock(Project& project, const QueueOptions& options, const std::stop_token& stop)
{
    StartedRuns started;
    while (!stop.stop_requested()) {
        const std::vector<QueueEntry> waiting = project.queue();
        if (waiting.empty())
            return QueueEnd::Empty;
        const QueueEntry& first = waiting.front();
        const RunFolder run = project.run(first.runId);
        if (first.started && !waitForEnd(run, first, options, stop))
            break;
        if (!first.started || !hasEnded(run, first, started)) {
            startNext(project, first, options, started);
            continue;
        }
        const auto begun = started.find(first.runId);
        if (begun != started.end() && begun->second == eventBytes(run))
            recordSilentEnd(run);
        options.say(fmt::format("{} is {}", first.runId, runStateName(run.state())));
        project.removeFromQueue(first.runId);
    }
    return QueueEnd::Stopped;
}

} // namespace

RunStarter engineRunStarter(const std::filesystem::path& engine)
{
    return [engine](const RunFolder& run) {
        DetachedProgram program { .program = engine,
            .arguments = { "train", run.recipeFile().string(), "--run", run.folder().string() },
            .log = run.logFile(),
            .folder = run.folder() };
        if (run.state() != RunState::Queued)
            program.arguments.emplace_back("--resume");
        return startDetached(program);
    };
}

QueueEnd workThroughQueue(Project& project, const QueueOptions& options, const std::stop_token& stop)
{
    QueueEnd end = QueueEnd::Empty;
    do {
        const auto lock = FileLock::tryLock(project.queueLockFile());
        if (!lock)
            return QueueEnd::HeldElsewhere;
        end = workWithLock(project, options, stop);
        // Who enqueued a run before the lock was free relies on this process.
    } while (end == QueueEnd::Empty && !project.queue().empty());
    return end;
}

} // namespace temper

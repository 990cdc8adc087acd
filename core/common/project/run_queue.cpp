// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/run_queue.h"

#include "core/common/base/error.h"
#include "core/common/base/os_process.h"
#include "core/common/project/checkpoint_folder.h"

#include <fmt/format.h>
#include <thread>

namespace temper {
namespace {

// How long a process that was just started may take to lock its run. Later its number may be somebody else's.
constexpr double kStartSeconds = 60;

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

void startNext(Project& project, const QueueEntry& entry, const QueueOptions& options)
{
    const RunFolder run = project.run(entry.runId);
    try {
        if (FileLock::isHeld(run.lockFile())) // somebody started it by hand
            return project.markStarted(entry.runId, 0);
        if (!std::filesystem::exists(run.recipeFile()))
            throw Error(ErrorKind::Input, "this run has no recipe.", run.recipeFile().string());
        options.say(fmt::format("starting {}", entry.runId));
        project.markStarted(entry.runId, options.start(run));
    } catch (const Error& error) {
        options.say(fmt::format("{} was taken off the queue: {}", entry.runId, error.what()));
        project.removeFromQueue(entry.runId);
    }
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
    const auto lock = FileLock::tryLock(project.queueLockFile());
    if (!lock)
        return QueueEnd::HeldElsewhere;
    while (!stop.stop_requested()) {
        const std::vector<QueueEntry> waiting = project.queue();
        if (waiting.empty())
            return QueueEnd::Empty;
        const QueueEntry& first = waiting.front();
        if (!first.started) {
            startNext(project, first, options);
            continue;
        }
        const RunFolder run = project.run(first.runId);
        if (!waitForEnd(run, first, options, stop))
            break;
        options.say(fmt::format("{} is {}", first.runId, runStateName(run.state())));
        project.removeFromQueue(first.runId);
    }
    return QueueEnd::Stopped;
}

} // namespace temper

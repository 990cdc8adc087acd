// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/error.h"
#include "core/common/base/log.h"
#include "core/common/base/os_process.h"
#include "core/common/base/os_signals.h"
#include "core/common/project/run_queue.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace temper {

namespace {

void work(Project& project)
{
    ignoreHangups();
    const StopOnSignals signals;
    const QueueOptions options { .start = engineRunStarter(executablePath()), .say = logInfo };
    switch (workThroughQueue(project, options, signals.token())) {
    case QueueEnd::Empty:
        return logInfo("the queue is empty");
    case QueueEnd::Stopped:
        return logInfo("stopped; a run that was started goes on by itself");
    case QueueEnd::HeldElsewhere:
        throw Error(ErrorKind::Environment, "another process works through this queue.",
            project.folder().string(), "It takes up new runs by itself; --list shows them.");
    }
}

void list(const Project& project)
{
    for (const QueueEntry& entry : project.queue())
        std::cout << entry.runId << (entry.started ? "  started\n" : "  waiting\n");
}

} // namespace

void addQueueCommand(CLI::App& app)
{
    struct Options {
        std::string project;
        std::vector<std::string> add;
        bool list = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command
        = app.add_subcommand("queue", "Work through a project's queue of runs, one after the other");
    command->add_option("PROJECT", options->project, "The project's folder")->required();
    command->add_option(
        "--add", options->add, "Put these runs of the project (by id) at the end of the queue first");
    command->add_flag("--list", options->list, "Only show the queue");
    command->callback([options] {
        Project project = Project::open(
            options->project, options->list && options->add.empty() ? ProjectAccess::ReadOnly : ProjectAccess::ReadWrite);
        for (const std::string& id : options->add)
            project.enqueue(id);
        if (options->list)
            return list(project);
        // Whoever works through the queue already takes up what was added.
        if (options->add.empty() || !FileLock::isHeld(project.queueLockFile()))
            work(project);
    });
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// Works through a project's queue: one run after the other, each a process of its own that outlives the
// queue.
#pragma once

#include "core/common/project/project.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace temper {

// Starts a run and answers its process id; the queue waits for it through the run's lock.
using RunStarter = std::function<std::int64_t(const RunFolder& run)>;

// Starts `engine train <recipe> --run <folder>` (with --resume where the run was begun before), output to
// log.txt.
RunStarter engineRunStarter(const std::filesystem::path& engine);

struct QueueOptions {
    RunStarter start;
    std::function<void(const std::string& sentence)> say = [](const std::string&) {};
    std::chrono::milliseconds interval { 500 }; // between looks at a run that is waited for
};

enum class QueueEnd {
    Empty, // every queued run was started and has ended
    HeldElsewhere, // another process works through this queue
    Stopped, // on request; a started run goes on by itself
};

// A started run that another queue process left behind is waited for first, and begun again where it was
// killed too. A run that cannot be started (its folder is gone, say) leaves the queue with a sentence; one
// whose engine ended without an event gets the last line of its log as its error. Throws what the project
// throws.
QueueEnd workThroughQueue(Project& project, const QueueOptions& options, const std::stop_token& stop = {});

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// Sets a project's queue going: the engine works through it as a process of its own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace temper {

enum class QueueStart {
    Started, // an engine was started
    AtWork, // one works through the queue already
    NothingWaits,
};

// Starts `engine queue <project>` detached, its words appended to cache/queue.log, where a run waits and no
// engine works through the queue. Throws Error(Environment) where it cannot be started, and what
// Project::open throws.
QueueStart startQueue(const std::filesystem::path& project, const std::filesystem::path& engine);

// Puts the runs at the end of the queue, in their order.
void enqueueRuns(const std::filesystem::path& project, const std::vector<std::string>& runIds);

// Puts a run that was begun before in front of those that wait; the queue goes on with it from its last
// checkpoint. A run that trains now is left alone.
void enqueueAgain(const std::filesystem::path& project, const std::string& runId);

} // namespace temper

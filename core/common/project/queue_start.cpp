// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/queue_start.h"

#include "core/common/base/os_process.h"
#include "core/common/project/project.h"

#include <algorithm>

namespace temper {

namespace fs = std::filesystem;

QueueStart startQueue(const fs::path& folder, const fs::path& engine)
{
    const Project project = Project::open(folder, ProjectAccess::ReadOnly);
    if (project.queue().empty())
        return QueueStart::NothingWaits;
    if (FileLock::isHeld(project.queueLockFile()))
        return QueueStart::AtWork;
    std::error_code exists;
    fs::create_directories(project.cacheFolder(), exists);
    startDetached({ .program = engine,
        .arguments = { "queue", project.folder().string() },
        .log = project.cacheFolder() / "queue.log",
        .folder = project.folder() });
    return QueueStart::Started;
}

void enqueueRuns(const fs::path& folder, const std::vector<std::string>& runIds)
{
    Project project = Project::open(folder);
    for (const std::string& id : runIds)
        project.enqueue(id);
}

void enqueueAgain(const fs::path& folder, const std::string& runId)
{
    Project project = Project::open(folder);
    if (FileLock::isHeld(project.run(runId).lockFile()))
        return;
    project.removeFromQueue(runId); // it may still be listed as started
    const std::vector<QueueEntry> queue = project.queue();
    const auto waiting = std::ranges::find(queue, false, &QueueEntry::started);
    project.enqueue(runId);
    project.moveInQueue(runId, static_cast<std::size_t>(waiting - queue.begin()));
}

} // namespace temper

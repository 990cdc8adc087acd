// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/run_launcher.h"

#include "core/common/project/project.h"
#include "ui/train/draft_check.h"

namespace temper {

std::vector<std::string> createRuns(const std::filesystem::path& folder, const RecipeDraft& draft)
{
    Project project = Project::open(folder);
    std::vector<RunFolder> runs;
    try {
        for (RecipeVariant& variant : draftVariants(draft)) {
            variant.recipe.outputDir.clear(); // a run of a project lies in the project
            runs.push_back(project.createRun(variant.recipe));
        }
    } catch (...) {
        for (const RunFolder& run : runs) {
            std::error_code left;
            std::filesystem::remove_all(run.folder(), left);
        }
        throw;
    }
    std::vector<std::string> ids;
    for (const RunFolder& run : runs)
        ids.push_back(run.id());
    return ids;
}

RunLauncher::RunLauncher(QObject* parent)
    : QObject(parent)
    , m_creating(this)
{
    connect(&m_queue, &QueueStarter::started, this, [this] {
        m_busy = false;
        Q_EMIT launched(m_ids);
    });
    connect(&m_queue, &QueueStarter::failed, this, [this](const Error& error) {
        m_busy = false;
        Q_EMIT failed(error);
    });
}

void RunLauncher::launch(const std::filesystem::path& project, const RecipeDraft& draft)
{
    if (m_busy)
        return;
    m_busy = true;
    m_creating.start([project, draft](const std::stop_token&) { return createRuns(project, draft); },
        [this, project](const std::vector<std::string>& ids) {
            m_ids.clear();
            for (const std::string& id : ids)
                m_ids.append(QString::fromStdString(id));
            m_queue.enqueue(project, ids);
        },
        [this](const Error& error) {
            m_busy = false;
            Q_EMIT failed(error);
        });
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// From a draft to runs in the project's queue, off the GUI thread; the engine then works on without the
// window.
#pragma once

#include "ui/task/latest_task.h"
#include "ui/task/queue_starter.h"
#include "ui/train/recipe_draft.h"

#include <QObject>
#include <QStringList>
#include <string>
#include <vector>

namespace temper {

// Makes a run's folder for each combination of the draft's lists; all of them or, where one cannot be made,
// none. Answers their ids. Throws what the project throws.
std::vector<std::string> createRuns(const std::filesystem::path& project, const RecipeDraft& draft);

class RunLauncher : public QObject {
    Q_OBJECT
public:
    explicit RunLauncher(QObject* parent = nullptr);

    bool isBusy() const { return m_busy; }
    void launch(const std::filesystem::path& project, const RecipeDraft& draft);

Q_SIGNALS:
    void launched(const QStringList& runIds); // they wait in the queue, and the queue is at work
    void failed(const temper::Error& error);

private:
    LatestTask<std::vector<std::string>> m_creating;
    QueueStarter m_queue;
    QStringList m_ids;
    bool m_busy = false;
};

} // namespace temper

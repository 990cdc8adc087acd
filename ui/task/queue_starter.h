// SPDX-License-Identifier: GPL-3.0-or-later
// Sets a project's queue of runs going off the GUI thread; the engine then works on without the window.
#pragma once

#include "core/common/base/error.h"
#include "core/common/project/queue_start.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <functional>

namespace temper {

class QueueStarter : public QObject {
    Q_OBJECT
public:
    explicit QueueStarter(QObject* parent = nullptr);
    ~QueueStarter() override; // waits for what is under way

    // Each ends with started() or failed(); several are worked on one after the other.
    void start(const std::filesystem::path& project); // where runs wait, e.g. when a project was opened
    // Where runs wait although nothing takes them up, as after the engine was killed; now and then at most.
    void startAgain(const std::filesystem::path& project);
    void enqueue(const std::filesystem::path& project, const std::vector<std::string>& runIds);
    void resume(const std::filesystem::path& project, const std::string& runId);

Q_SIGNALS:
    void started(temper::QueueStart how);
    void failed(const temper::Error& error);

private:
    void work(const std::filesystem::path& project, std::function<void()> prepare);

    QThreadPool m_pool;
    QElapsedTimer m_again;
};

} // namespace temper

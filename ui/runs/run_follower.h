// SPDX-License-Identifier: GPL-3.0-or-later
// Follows the events of one run while its file grows, in a thread of its own.
#pragma once

#include "ui/runs/run_history.h"

#include <QObject>
#include <QThread>
#include <filesystem>
#include <memory>

namespace temper {

class EventFileWorker;

class RunFollower : public QObject {
    Q_OBJECT
public:
    explicit RunFollower(QObject* parent = nullptr);
    ~RunFollower() override;

    // Turns to another file of events; what is still under way for the earlier one is dropped.
    void follow(const std::filesystem::path& eventsFile);
    void stop();

Q_SIGNALS:
    void updated(std::shared_ptr<const temper::RunHistory>
            history); // at once, then whenever there is more; a long file in parts

private:
    QThread m_thread;
    EventFileWorker* m_worker; // lives in m_thread
    int m_number = 0;
};

} // namespace temper

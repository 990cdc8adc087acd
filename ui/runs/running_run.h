// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the window of the run that trains, and asks it to stop.
#pragma once

#include "core/common/base/error.h"
#include "ui/runs/run_entry.h"
#include "ui/task/latest_task.h"

#include <QObject>

namespace temper {

class WorkTeller;

class RunningRun : public QObject {
    Q_OBJECT
public:
    explicit RunningRun(QObject* parent);

    void show(const QList<RunEntry>& entries); // the first of them that trains
    void clear();

Q_SIGNALS:
    void failed(const temper::Error& error); // it could not be asked to stop

private:
    static QString stateText(const RunSummary& summary); // phase, step and time left
    void stop();

    WorkTeller* m_work;
    std::optional<RunFolder> m_run;
    LatestTask<bool> m_command;
};

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// Packing a project into one .zip and unpacking one, off the GUI thread, told in the status strip.
#pragma once

#include "core/common/project/packed_project.h"
#include "ui/task/job.h"

#include <QObject>
#include <QString>

namespace temper {

class WorkTeller;

class ProjectPacking : public QObject {
    Q_OBJECT
public:
    explicit ProjectPacking(QObject* parent);

    bool isRunning() const { return m_job.isRunning(); }
    // Neither of them while one is running.
    void pack(const QString& project, const QString& target, const PackChoice& choice);
    void unpack(const QString& archive, const QString& parent); // a folder of its own below `parent`
    WorkTeller& work() { return *m_work; }

Q_SIGNALS:
    void packed(const QString& archive);
    void unpacked(const QString& project);
    void failed(const temper::Error& error); // not where it was stopped

private:
    void start(const QString& title, Job<QString>::Work work, std::function<void(const QString&)> done);

    WorkTeller* m_work;
    Job<QString> m_job;
};

} // namespace temper

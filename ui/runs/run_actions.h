// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with runs that lie still: naming, noting, ordering, deleting; off the GUI thread, one
// after the other.
#pragma once

#include "core/common/base/error.h"
#include "core/common/project/run_notes.h"

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <stop_token>

namespace temper {

class RunActions : public QObject {
    Q_OBJECT
public:
    explicit RunActions(QObject* parent = nullptr);
    ~RunActions() override; // waits for what is under way

    void setProject(const std::filesystem::path& project) { m_project = project; }

    void rename(const QString& id, const QString& name); // the run's own name: no other one
    void setNote(const QString& id, const QString& note);
    void setStarred(const QString& id, bool starred);
    void moveInQueue(const QString& id, int places); // negative: nearer to the front; among the waiting ones
    void takeOutOfQueue(const QString& id);
    void toBin(const QStringList& ids);
    void restore(const QString& binId);
    void emptyBin();

Q_SIGNALS:
    void done(); // one of them
    void restored(const QString& id);
    void failed(const temper::Error& error);

private:
    void work(std::function<void()> action);
    void changeNotes(const QString& id, std::function<void(RunNotes&)> change);

    std::filesystem::path m_project;
    QThreadPool m_pool;
    std::stop_source m_stop;
};

} // namespace temper

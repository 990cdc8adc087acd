// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_actions.h"

#include "core/common/project/project.h"
#include "core/common/project/run_bin.h"

#include <algorithm>

namespace temper {

namespace {

// Only the waiting ones change places: what was started stays in front.
void moveWaiting(Project& project, const std::string& id, int places)
{
    const std::vector<QueueEntry> queue = project.queue();
    const auto found = std::ranges::find(queue, id, &QueueEntry::runId);
    if (found == queue.end() || found->started)
        return;
    const auto firstWaiting = std::ranges::find(queue, false, &QueueEntry::started) - queue.begin();
    const auto place = std::max(firstWaiting, found - queue.begin() + places);
    project.moveInQueue(id, static_cast<std::size_t>(place));
}

} // namespace

RunActions::RunActions(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

RunActions::~RunActions()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void RunActions::work(std::function<void()> action)
{
    m_pool.start([this, action = std::move(action)] {
        std::function<void()> tell = [this] { Q_EMIT done(); };
        try {
            action();
        } catch (const Error& error) {
            tell = [this, error] { Q_EMIT failed(error); };
        } catch (const std::exception& error) {
            tell = [this, own = Error(ErrorKind::Internal, error.what())] { Q_EMIT failed(own); };
        }
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

void RunActions::changeNotes(const QString& id, std::function<void(RunNotes&)> change)
{
    const RunFolder run(m_project / "runs" / std::filesystem::path(id.toStdU16String()));
    work([run, change = std::move(change)] {
        RunNotes notes = readRunNotes(run);
        const RunNotes before = notes;
        change(notes);
        if (notes != before)
            writeRunNotes(run, notes);
    });
}

void RunActions::rename(const QString& id, const QString& name)
{
    const RunFolder run(m_project / "runs" / std::filesystem::path(id.toStdU16String()));
    changeNotes(id, [run, wanted = name.toStdString()](RunNotes& notes) {
        notes.name = wanted == run.readInfo().name ? std::string() : wanted;
    });
}

void RunActions::setNote(const QString& id, const QString& note)
{
    changeNotes(id, [text = note.toStdString()](RunNotes& notes) { notes.note = text; });
}

void RunActions::setStarred(const QString& id, bool starred)
{
    changeNotes(id, [starred](RunNotes& notes) { notes.starred = starred; });
}

void RunActions::moveInQueue(const QString& id, int places)
{
    work([folder = m_project, run = id.toStdString(), places] {
        Project project = Project::open(folder);
        moveWaiting(project, run, places);
    });
}

void RunActions::takeOutOfQueue(const QString& id)
{
    work([folder = m_project, run = id.toStdString()] { Project::open(folder).removeFromQueue(run); });
}

void RunActions::toBin(const QStringList& ids)
{
    work([folder = m_project, ids] {
        for (const QString& id : ids)
            moveToBin(folder, id.toStdString());
    });
}

void RunActions::restore(const QString& binId)
{
    work([this, folder = m_project, binned = binId.toStdString()] {
        const QString id = QString::fromStdString(restoreFromBin(folder, binned));
        QMetaObject::invokeMethod(
            this, [this, id] { Q_EMIT restored(id); }, Qt::QueuedConnection);
    });
}

void RunActions::emptyBin()
{
    work([folder = m_project, stop = m_stop.get_token()] { temper::emptyBin(folder, stop); });
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/task/queue_starter.h"

#include "ui/task/engine_program.h"

#include <QThread>

namespace temper {

namespace {

constexpr unsigned long kLeavingMilliseconds = 700;
constexpr qint64 kAgainMilliseconds = 20000;

// An engine that has just found the queue empty still holds its lock for a moment; it would not see what was
// put in behind its back.
QueueStart startForSure(const std::filesystem::path& project)
{
    const QueueStart first = startQueue(project, engineProgram());
    if (first != QueueStart::AtWork)
        return first;
    QThread::msleep(kLeavingMilliseconds);
    return startQueue(project, engineProgram());
}

} // namespace

QueueStarter::QueueStarter(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

QueueStarter::~QueueStarter()
{
    m_pool.waitForDone();
}

void QueueStarter::start(const std::filesystem::path& project)
{
    work(project, [] {});
}

void QueueStarter::startAgain(const std::filesystem::path& project)
{
    if (m_again.isValid() && !m_again.hasExpired(kAgainMilliseconds))
        return;
    m_again.start();
    start(project);
}

void QueueStarter::enqueue(const std::filesystem::path& project, const std::vector<std::string>& runIds)
{
    work(project, [project, runIds] { enqueueRuns(project, runIds); });
}

void QueueStarter::resume(const std::filesystem::path& project, const std::string& runId)
{
    work(project, [project, runId] { enqueueAgain(project, runId); });
}

void QueueStarter::work(const std::filesystem::path& project, std::function<void()> prepare)
{
    m_pool.start([this, project, prepare = std::move(prepare)] {
        std::function<void()> tell;
        try {
            prepare();
            tell = [this, how = startForSure(project)] { Q_EMIT started(how); };
        } catch (const Error& error) {
            tell = [this, error] { Q_EMIT failed(error); };
        } catch (const std::exception& error) {
            tell = [this, own = Error(ErrorKind::Internal, error.what())] { Q_EMIT failed(own); };
        }
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_follower.h"

#include <QTimer>

#include <optional>

namespace temper {

namespace {
constexpr int kPollMilliseconds = 300;
}

class EventFileWorker : public QObject {
    Q_OBJECT
public:
    void follow(const std::filesystem::path& eventsFile, int number)
    {
        if (!m_timer) { // made here, so that it lives in the worker's thread
            m_timer = new QTimer(this);
            connect(m_timer, &QTimer::timeout, this, &EventFileWorker::poll);
        }
        m_number = number;
        m_history = {};
        m_reader.emplace(eventsFile);
        read();
        publish();
        m_timer->start(kPollMilliseconds);
    }

    void stop()
    {
        if (m_timer)
            m_timer->stop();
        m_reader.reset();
    }

Q_SIGNALS:
    void updated(int number, std::shared_ptr<const temper::RunHistory> history);

private:
    void poll()
    {
        if (read())
            publish();
    }

    bool read()
    {
        const std::vector<TimedEvent> events = m_reader->readNew();
        for (const TimedEvent& event : events)
            m_history.apply(event);
        return !events.empty();
    }

    void publish() { Q_EMIT updated(m_number, std::make_shared<const RunHistory>(m_history)); }

    QTimer* m_timer = nullptr;
    std::optional<EventReader> m_reader;
    RunHistory m_history;
    int m_number = 0;
};

RunFollower::RunFollower(QObject* parent)
    : QObject(parent)
    , m_worker(new EventFileWorker)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &EventFileWorker::updated, this,
        [this](int number, std::shared_ptr<const RunHistory> history) {
            if (number == m_number)
                Q_EMIT updated(std::move(history));
        });
    m_thread.setObjectName(QStringLiteral("run follower"));
    m_thread.start();
}

RunFollower::~RunFollower()
{
    m_thread.quit();
    m_thread.wait();
}

void RunFollower::follow(const std::filesystem::path& eventsFile)
{
    const int number = ++m_number;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, eventsFile, number] { worker->follow(eventsFile, number); });
}

void RunFollower::stop()
{
    ++m_number;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->stop(); });
}

} // namespace temper

#include "run_follower.moc"

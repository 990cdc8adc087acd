// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_follower.h"

#include "ui/task/let_go.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <fstream>
#include <optional>

namespace temper {

namespace {
constexpr int kPollMilliseconds = 300;
constexpr int kPublishMilliseconds = 400; // at least, while a long file is read for the first time
constexpr qsizetype kStepsPerMillisecond = 1000; // and after so many steps: each time the columns are copied
constexpr std::uint64_t kBytesAtOnce = 2 << 20;
} // namespace

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
        m_news = false;
        m_file = eventsFile;
        m_reader.emplace(eventsFile);
        m_sincePublished.start();
        m_timer->stop();
        poll();
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
    // A long file is read piece by piece, so that another run can be turned to in between.
    void poll()
    {
        const bool first = !m_timer->isActive();
        const std::uint64_t before = m_reader->offset();
        m_news = read() || m_news;
        std::error_code missing;
        const auto size = std::filesystem::file_size(m_file, missing);
        const bool more = !missing && m_reader->offset() > before && m_reader->offset() + kBytesAtOnce < size;
        m_history.readPart = more ? static_cast<double>(m_reader->offset()) / static_cast<double>(size) : 1;
        if (more) {
            m_timer->start(0);
        } else if (first || m_timer->interval() != kPollMilliseconds) {
            m_timer->start(kPollMilliseconds);
            publish();
            return;
        }
        const qint64 copying = m_history.step.size() / kStepsPerMillisecond;
        const qint64 rest = more ? std::max<qint64>(kPublishMilliseconds, copying) : copying;
        if (m_news && m_sincePublished.elapsed() >= rest)
            publish();
    }

    bool read()
    {
        const std::vector<TimedEvent> events = m_reader->readNew(kBytesAtOnce);
        for (const TimedEvent& event : events)
            m_history.apply(event);
        m_history.damagedLines = m_reader->damagedLines();
        return !events.empty();
    }

    void publish()
    {
        std::error_code missing;
        m_history.unreadable = std::filesystem::exists(m_file, missing) && !std::ifstream(m_file).is_open();
        m_sincePublished.restart();
        m_news = false;
        const auto elsewhere
            = [](const RunHistory* history) { letGo(std::shared_ptr<const RunHistory>(history)); };
        Q_EMIT updated(m_number, std::shared_ptr<const RunHistory>(new RunHistory(m_history), elsewhere));
    }

    QTimer* m_timer = nullptr;
    std::filesystem::path m_file;
    std::optional<EventReader> m_reader;
    RunHistory m_history;
    QElapsedTimer m_sincePublished;
    bool m_news = false; // not published yet
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

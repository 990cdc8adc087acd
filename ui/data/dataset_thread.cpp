// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/dataset_thread.h"

#include <QThreadPool>

namespace temper {

const Dataset& OpenDataset::rows()
{
    if (!m_rows)
        m_rows.emplace(m_path, StoreAccess::ReadOnly);
    return *m_rows;
}

DatasetEditor& OpenDataset::editor()
{
    if (!m_editor)
        m_editor.emplace(m_path);
    return *m_editor;
}

DatasetThread::DatasetThread(QObject* receiver, std::filesystem::path path)
    : m_line(std::make_shared<Line>())
{
    m_line->receiver = receiver;
    m_thread = std::make_shared<std::thread>([line = m_line, path = std::move(path)] { work(line, path); });
}

DatasetThread::~DatasetThread()
{
    {
        const std::lock_guard lock(m_line->mutex);
        m_line->receiver = nullptr;
        m_line->waiting.clear();
    }
    m_line->changed.notify_all();
    QThreadPool::globalInstance()->start([thread = m_thread] { thread->join(); });
}

void DatasetThread::post(std::function<void(OpenDataset&)> job)
{
    {
        const std::lock_guard lock(m_line->mutex);
        m_line->waiting.push_back(std::move(job));
    }
    m_line->changed.notify_all();
}

void DatasetThread::deliver(const std::weak_ptr<Line>& line, std::function<void()> call)
{
    const auto open = line.lock();
    if (!open)
        return;
    const std::lock_guard lock(open->mutex);
    if (!open->receiver)
        return;
    QMetaObject::invokeMethod(
        open->receiver,
        [line, call = std::move(call)] {
            const auto still = line.lock();
            if (still && still->receiver)
                call();
        },
        Qt::QueuedConnection);
}

void DatasetThread::work(const std::shared_ptr<Line>& line, const std::filesystem::path& path)
{
    OpenDataset set(path);
    for (;;) {
        std::function<void(OpenDataset&)> job;
        {
            std::unique_lock lock(line->mutex);
            line->changed.wait(lock, [&] { return !line->receiver || !line->waiting.empty(); });
            if (!line->receiver)
                return;
            job = std::move(line->waiting.front());
            line->waiting.pop_front();
        }
        job(set);
    }
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// Work off the GUI thread of which only the newest start counts: starting again cancels, late results are
// dropped.
#pragma once

#include "core/common/base/error.h"

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <utility>

namespace temper {

template <class Result> class LatestTask {
public:
    // Results arrive in the thread of `receiver`, which outlives the task.
    explicit LatestTask(QObject* receiver)
        : m_gate(std::make_shared<Gate>())
    {
        m_gate->receiver = receiver;
    }

    ~LatestTask()
    {
        m_stop.request_stop();
        const std::lock_guard lock(m_gate->mutex);
        m_gate->receiver = nullptr;
    }

    LatestTask(const LatestTask&) = delete;
    LatestTask& operator=(const LatestTask&) = delete;

    // Exactly one of the two is called, unless the task is started again or destroyed before.
    void start(std::function<Result(std::stop_token)> work,
        std::function<void(Result)> succeeded,
        std::function<void(const Error&)> failed)
    {
        cancel();
        m_stop = std::stop_source();
        QThreadPool::globalInstance()->start(
            [gate = m_gate, stop = m_stop.get_token(), work = std::move(work),
                succeeded = std::move(succeeded), failed = std::move(failed)] {
                try {
                    gate->deliver(stop, [succeeded, result = work(stop)] { succeeded(result); });
                } catch (const Error& error) {
                    gate->deliver(stop, [failed, error] { failed(error); });
                } catch (const std::exception& error) {
                    gate->deliver(
                        stop, [failed, own = Error(ErrorKind::Internal, error.what())] { failed(own); });
                }
            });
    }

    void cancel() { m_stop.request_stop(); }

private:
    struct Gate {
        std::mutex mutex;
        QObject* receiver = nullptr;

        void deliver(const std::stop_token& stop, std::function<void()> call)
        {
            const std::lock_guard lock(mutex);
            if (!receiver)
                return;
            QMetaObject::invokeMethod(
                receiver,
                [stop, call = std::move(call)] {
                    if (!stop.stop_requested())
                        call();
                },
                Qt::QueuedConnection);
        }
    };

    std::shared_ptr<Gate> m_gate;
    std::stop_source m_stop;
};

} // namespace temper

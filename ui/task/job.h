// SPDX-License-Identifier: GPL-3.0-or-later
// One long piece of work off the GUI thread, with progress and Stop: exactly one of succeeded and failed
// follows a start.
#pragma once

#include "core/common/base/progress.h"
#include "ui/task/long_work.h"

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace temper {

template <class Result> class Job {
public:
    using Work = std::function<Result(const ProgressFunction&, const std::stop_token&)>;

    // Everything arrives in the thread of `receiver`, which outlives the job. A job that is destroyed asks
    // its work to stop and says nothing more.
    explicit Job(QObject* receiver)
        : m_gate(std::make_shared<Gate>())
    {
        m_gate->receiver = receiver;
        m_gate->self = m_gate;
    }

    ~Job()
    {
        m_stop.request_stop();
        const std::lock_guard lock(m_gate->mutex);
        m_gate->receiver = nullptr;
    }

    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    struct Receivers {
        std::function<void(const Progress&)> progressed;
        std::function<void(const Result&)> succeeded;
        std::function<void(const Error&)> failed; // ErrorKind::Cancelled after stop()
    };

    // Not while it is running.
    void start(Work work, Receivers receivers)
    {
        Q_ASSERT(!m_running);
        m_running = true;
        m_stop = std::stop_source();
        auto told = std::make_shared<const Receivers>(std::move(receivers));
        QThreadPool::globalInstance()->start(
            [this, gate = m_gate, stop = m_stop.get_token(), work = std::move(work), told] {
                const auto progressed = [gate, told](const Progress& progress) {
                    gate->deliver([told, progress] {
                        if (told->progressed)
                            told->progressed(progress);
                    });
                };
                const LongWork place;
                try {
                    auto result = std::make_shared<const Result>(work(progressed, stop));
                    gate->deliver([this, told, result] { finish([&] { told->succeeded(*result); }); });
                } catch (const Error& error) {
                    gate->deliver([this, told, error] { finish([&] { told->failed(error); }); });
                } catch (const std::exception& error) {
                    gate->deliver([this, told, own = Error(ErrorKind::Internal, error.what())] {
                        finish([&] { told->failed(own); });
                    });
                }
            });
    }

    void stop() { m_stop.request_stop(); }
    bool isRunning() const { return m_running; }

private:
    struct Gate {
        std::mutex mutex;
        QObject* receiver = nullptr;

        void deliver(std::function<void()> call)
        {
            const std::lock_guard lock(mutex);
            if (!receiver)
                return;
            QMetaObject::invokeMethod(
                receiver,
                [gate = std::weak_ptr(self), call = std::move(call)] {
                    const auto alive = gate.lock();
                    if (alive && alive->receiver)
                        call();
                },
                Qt::QueuedConnection);
        }

        std::weak_ptr<Gate> self;
    };

    template <class Tell> void finish(Tell tell)
    {
        m_running = false;
        tell();
    }

    std::shared_ptr<Gate> m_gate;
    std::stop_source m_stop;
    bool m_running = false;
};

} // namespace temper

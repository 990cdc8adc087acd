// SPDX-License-Identifier: GPL-3.0-or-later
// Carries the progress of work in another thread into the thread of a receiver; for use beside LatestTask.
#pragma once

#include "core/common/base/progress.h"

#include <QObject>
#include <functional>
#include <memory>
#include <mutex>

namespace temper {

class ProgressRelay {
public:
    // `receiver` outlives the relay.
    ProgressRelay(QObject* receiver, std::function<void(const Progress&)> shown)
        : m_gate(std::make_shared<Gate>())
    {
        m_gate->receiver = receiver;
        m_gate->shown = std::move(shown);
    }

    ~ProgressRelay()
    {
        const std::lock_guard lock(m_gate->mutex);
        m_gate->receiver = nullptr;
    }

    ProgressRelay(const ProgressRelay&) = delete;
    ProgressRelay& operator=(const ProgressRelay&) = delete;

    // A sender may be called in any thread for as long as it likes; nothing comes once its `stop` was asked
    // for.
    using Sender = std::function<ProgressFunction(const std::stop_token& stop)>;
    Sender sender() const
    {
        return [gate = m_gate](const std::stop_token& stop) -> ProgressFunction {
            return [gate, stop](const Progress& progress) { gate->deliver(stop, gate, progress); };
        };
    }

private:
    struct Gate {
        std::mutex mutex;
        QObject* receiver = nullptr;
        std::function<void(const Progress&)> shown;

        void deliver(const std::stop_token& stop, const std::shared_ptr<Gate>& self, const Progress& progress)
        {
            const std::lock_guard lock(mutex);
            if (!receiver)
                return;
            QMetaObject::invokeMethod(
                receiver,
                [self, stop, progress] {
                    if (self->receiver && !stop.stop_requested())
                        self->shown(progress);
                },
                Qt::QueuedConnection);
        }
    };

    std::shared_ptr<Gate> m_gate;
};

} // namespace temper

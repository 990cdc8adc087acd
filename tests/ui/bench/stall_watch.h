// SPDX-License-Identifier: GPL-3.0-or-later
// How long a program's GUI thread did not come round: what the benchmarks of the window measure.
#pragma once

#include "tests/ui/bench/watched_application.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace temper {

inline double milliseconds(const QElapsedTimer& clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

// The longest round of the event loop, and the slow events in it.
class StallWatch {
public:
    explicit StallWatch(WatchedApplication& application)
        : m_application(application)
    {
        m_application.takeSlowEvents();
        m_before = Held::now();
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            const Held held = Held::now() - m_before;
            const QString slow = m_application.takeSlowEvents();
            if (held.clock > m_longest.clock)
                m_slowEvents = slow;
            m_longest.clock = std::max(m_longest.clock, held.clock);
            m_longest.processor = std::max(m_longest.processor, held.processor);
            m_before = Held::now();
        });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(1); // at 0 it would take a processor from the threads that are watched with it
    }

    const Held& longest() const { return m_longest; }

    const QString& slowEvents() const { return m_slowEvents; } // of the longest round

    void report(const char* what) const
    {
        std::printf("%-52s longest block %6.1f ms by the clock, %6.1f ms of processor time%s\n", what,
            m_longest.clock, m_longest.processor, qPrintable(m_slowEvents));
        std::fflush(stdout);
    }

private:
    WatchedApplication& m_application;
    QTimer m_timer;
    Held m_before;
    Held m_longest;
    QString m_slowEvents;
};

inline void waitUntil(const std::function<bool()>& done)
{
    while (!done())
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

} // namespace temper

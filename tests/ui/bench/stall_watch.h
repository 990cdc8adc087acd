// SPDX-License-Identifier: GPL-3.0-or-later
// How long a program's GUI thread did not come round: what the benchmarks of the window measure.
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

namespace temper {

inline double threadMilliseconds()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

inline double milliseconds(const QElapsedTimer& clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

// The longest round of the event loop: by the clock, and in processor time, which other programs do not
// lengthen.
class StallWatch {
public:
    StallWatch()
    {
        m_clock.start();
        m_cpu = threadMilliseconds();
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            m_longest = std::max(m_longest, milliseconds(m_clock));
            m_longestCpu = std::max(m_longestCpu, threadMilliseconds() - m_cpu);
            m_clock.restart();
            m_cpu = threadMilliseconds();
        });
        m_timer.start(0);
    }

    double longest() const { return m_longest; } // milliseconds, by the clock

    void report(const char* what) const
    {
        std::printf("%-52s longest block %6.1f ms by the clock, %6.1f ms of processor time\n", what,
            m_longest, m_longestCpu);
        std::fflush(stdout);
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_cpu = 0;
    double m_longest = 0;
    double m_longestCpu = 0;
};

inline void waitUntil(const std::function<bool()>& done)
{
    while (!done())
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

} // namespace temper

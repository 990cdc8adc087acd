// SPDX-License-Identifier: GPL-3.0-or-later
// The longest time in which the GUI thread did not come round, for the benches.
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace temper {

inline double milliseconds(const QElapsedTimer& clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

class StallWatch {
public:
    StallWatch()
    {
        m_clock.start();
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            m_longest = std::max(m_longest, milliseconds(m_clock));
            m_clock.restart();
        });
        m_timer.start(0);
    }
    double longest() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_longest = 0;
};

} // namespace temper

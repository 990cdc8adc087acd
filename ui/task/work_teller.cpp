// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/task/work_teller.h"

namespace temper {

void WorkTeller::tell(const QString& title, const QString& state, double fraction)
{
    m_isRunning = true;
    m_title = title;
    m_state = state;
    m_fraction = fraction;
    Q_EMIT changed();
}

void WorkTeller::end()
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    Q_EMIT changed();
}

} // namespace temper

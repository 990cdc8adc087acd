// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chart_ticker.h"

#include "ui/widgets/number_text.h"
#include "ui/widgets/smoothing.h"

#include <cmath>

namespace temper {

ChartTicker::ChartTicker(int ticks)
    : m_ticks(ticks)
{
}

double ChartTicker::getTickStep(const QCPRange& range)
{
    m_step = tickStep(range.size(), m_ticks);
    return m_step;
}

int ChartTicker::getSubTickCount(double)
{
    return 0;
}

QString ChartTicker::getTickLabel(double tick, const QLocale&, QChar, int)
{
    if (std::abs(tick) < m_step * 1e-6)
        return QStringLiteral("0");
    if (m_step < 1e-3)
        return NumberText::value(tick);
    if (m_step >= 1)
        return NumberText::count(std::llround(tick));
    const int digits = static_cast<int>(std::ceil(-std::log10(m_step) - 1e-9));
    return QString::number(tick, 'f', digits);
}

} // namespace temper

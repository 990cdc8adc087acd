// SPDX-License-Identifier: GPL-3.0-or-later
// Ticks that step by 1, 2 or 5 times a power of ten, with labels as short as they can be.
#pragma once

#include "ui/widgets/plot.h"

namespace temper {

class ChartTicker : public QCPAxisTicker {
public:
    explicit ChartTicker(int ticks);

protected:
    double getTickStep(const QCPRange& range) override;
    int getSubTickCount(double tickStep) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override;

private:
    int m_ticks;
    double m_step = 1;
};

} // namespace temper

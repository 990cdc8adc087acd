// SPDX-License-Identifier: GPL-3.0-or-later
// The last value of each line, written at its end.
#pragma once

#include "ui/widgets/chart_series.h"

#include <QList>

class QCPItemText;
class QCustomPlot;

namespace temper {

class Theme;

class LastValueLabels {
public:
    LastValueLabels(QCustomPlot& plot, const Theme& theme);

    void setSeries(const QList<ChartSeries>& all);
    void place(); // after the plot was laid out: apart from one another, none outside the chart
    int room() const; // pixels that the labels need at the right of the axes

private:
    struct Label {
        QCPItemText* item;
        double x;
        double y;
    };

    QCustomPlot& m_plot;
    const Theme& m_theme;
    QList<Label> m_labels;
};

} // namespace temper

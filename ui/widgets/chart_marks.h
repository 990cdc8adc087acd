// SPDX-License-Identifier: GPL-3.0-or-later
// Points of a chart that are worth a word, each a ring with its words above.
#pragma once

#include <QList>
#include <QString>

class QCPAbstractItem;
class QCustomPlot;

namespace temper {

class Theme;

struct ChartMark {
    double x = 0;
    double y = 0;
    QString text;
    int colourIndex = 0; // Theme::series

    bool operator==(const ChartMark&) const = default;
};

class ChartMarks {
public:
    ChartMarks(QCustomPlot& plot, const Theme& theme);

    void setMarks(const QList<ChartMark>& marks);

private:
    void add(const ChartMark& mark);

    QCustomPlot& m_plot;
    const Theme& m_theme;
    QList<QCPAbstractItem*> m_items;
};

} // namespace temper

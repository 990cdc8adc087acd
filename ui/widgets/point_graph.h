// SPDX-License-Identifier: GPL-3.0-or-later
// A graph whose points are drawn whole, also where they lie on the edge of the axes.
#pragma once

#include "ui/widgets/plot.h"

namespace temper {

class PointGraph : public QCPGraph {
public:
    static constexpr int kPointSize = 5;

    PointGraph(QCPAxis* keys, QCPAxis* values, const QColor& colour)
        : QCPGraph(keys, values)
    {
        setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, colour, colour, kPointSize));
    }

protected:
    QRect clipRect() const override
    {
        constexpr int around = kPointSize / 2 + 1;
        return QCPGraph::clipRect().adjusted(-around, -around, around, around);
    }
};

} // namespace temper

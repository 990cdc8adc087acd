// SPDX-License-Identifier: GPL-3.0-or-later
// Fewer points for the same picture: of each pixel column the lowest and the highest value.
#pragma once

#include <QList>

namespace temper {

struct Points {
    QList<double> x;
    QList<double> y;
};

// What of the series (x rising) lies in lower … upper, with one point more at each side, so that lines reach
// the edge. At most two points a column where there are more than that, in the order of x; values that are
// not finite are passed over then.
Points thinned(const Points& series, double lower, double upper, int columns);

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// Fewer points for the same picture: of each pixel column the lowest and the highest value.
#pragma once

#include <QList>

namespace temper {

enum class AxisScale { Linear, Logarithmic };

struct Points {
    QList<double> x;
    QList<double> y;
};

// For every 64 values the places of the lowest and the highest finite one, -1 where there is none: with them
// a million values are searched in the time of some thousands.
struct BlockExtremes {
    static constexpr qsizetype kBlock = 64;
    QList<qsizetype> lowest;
    QList<qsizetype> highest;
};

BlockExtremes blockExtremes(const QList<double>& values);

struct Extremes {
    qsizetype lowest = -1;
    qsizetype highest = -1;
};

// Of values[first … end − 1]; `blocks` are those of all values, or empty.
Extremes extremes(const QList<double>& values, const BlockExtremes& blocks, qsizetype first, qsizetype end);

// What of the series (x rising) lies in lower … upper, with one point more at each side, so that lines reach
// the edge. At most two points a column where there are more than that, in the order of x; values that are
// not finite are passed over then.
Points thinned(const Points& series, double lower, double upper, int columns);

struct ThinningRequest {
    const BlockExtremes& blocks; // of the series, or empty
    double lower = 0;
    double upper = 0;
    int columns = 0;
    AxisScale scale = AxisScale::Linear; // columns of equal width on that axis
};
Points thinned(const Points& series, const ThinningRequest& request);

} // namespace temper

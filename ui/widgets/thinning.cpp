// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/thinning.h"

#include <algorithm>
#include <cmath>

namespace temper {

namespace {

void appendExtremes(const Points& series, qsizetype first, qsizetype end, Points& kept)
{
    qsizetype low = -1;
    qsizetype high = -1;
    for (qsizetype i = first; i < end; ++i) {
        if (!std::isfinite(series.y[i]))
            continue;
        low = low < 0 || series.y[i] < series.y[low] ? i : low;
        high = high < 0 || series.y[i] > series.y[high] ? i : high;
    }
    if (low < 0)
        return;
    for (const qsizetype place : { std::min(low, high), std::max(low, high) }) {
        kept.x.append(series.x[place]);
        kept.y.append(series.y[place]);
        if (low == high)
            return;
    }
}

} // namespace

Points thinned(const Points& series, double lower, double upper, int columns)
{
    const auto begin = series.x.begin();
    const qsizetype first
        = std::max<qsizetype>(0, std::lower_bound(begin, series.x.end(), lower) - begin - 1);
    const qsizetype end
        = std::min<qsizetype>(series.x.size(), std::upper_bound(begin, series.x.end(), upper) - begin + 1);
    if (end - first <= 2 * columns || columns < 1)
        return { series.x.mid(first, end - first), series.y.mid(first, end - first) };
    Points kept;
    kept.x.reserve(2 * columns + 2);
    kept.y.reserve(2 * columns + 2);
    const double width = (series.x[end - 1] - series.x[first]) / columns;
    qsizetype from = first;
    for (int column = 0; column < columns; ++column) {
        const double edge = series.x[first] + width * (column + 1);
        const bool lastColumn = column + 1 == columns;
        const qsizetype to = lastColumn ? end : std::upper_bound(begin + from, begin + end, edge) - begin;
        appendExtremes(series, from, to, kept);
        from = to;
    }
    return kept;
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chart_fit.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace temper {

namespace {

constexpr qsizetype kSample = 4000; // points of one series

struct Part {
    const ChartSeries& series;
    qsizetype first;
    qsizetype end;
};

QList<Part> partsWithin(const QList<ChartSeries>& all, double lower, double upper)
{
    QList<Part> parts;
    for (const ChartSeries& series : all) {
        const auto begin = series.x.begin();
        const auto first = std::lower_bound(begin, series.x.end(), lower) - begin;
        const auto end = std::upper_bound(begin, series.x.end(), upper) - begin;
        parts.append({ series, first, end });
    }
    return parts;
}

int countOutside(const QList<Part>& parts, const ValueRange& range)
{
    qsizetype outside = 0;
    for (const Part& part : parts) {
        const auto values = part.series.y.begin();
        outside += std::count_if(values + part.first, values + part.end,
            [&](double v) { return std::isfinite(v) && (v < range.lower || v > range.upper); });
    }
    return static_cast<int>(outside);
}

} // namespace

ValueRange wholeXRange(const QList<ChartSeries>& all, double end, AxisScale scale)
{
    double last = end;
    double first = std::numeric_limits<double>::infinity();
    for (const ChartSeries& series : all) {
        last = series.x.isEmpty() ? last : std::max(last, series.x.last());
        const auto positive = std::upper_bound(series.x.begin(), series.x.end(), 0.0);
        first = positive == series.x.end() ? first : std::min(first, *positive);
    }
    last = last > 0 ? last : 1;
    if (scale == AxisScale::Linear)
        return { 0, last, 0 };
    return { first < last ? first : last / 10, last, 0 };
}

ValueRange shownYRange(const QList<ChartSeries>& all, double lower, double upper)
{
    const QList<Part> parts = partsWithin(all, lower, upper);
    QList<double> sample;
    ValueRange whole { std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(), 0 };
    for (const Part& part : parts) {
        const QList<double>& y = part.series.y;
        const Extremes found = extremes(y, part.series.rawBlocks, part.first, part.end);
        if (found.lowest < 0)
            continue;
        whole.lower = std::min(whole.lower, y[found.lowest]);
        whole.upper = std::max(whole.upper, y[found.highest]);
        const qsizetype stride = std::max<qsizetype>(1, (part.end - part.first) / kSample);
        for (qsizetype i = part.first; i < part.end; i += stride)
            sample.append(y[i]);
    }
    if (whole.lower > whole.upper)
        return {};
    ValueRange range = valueRange(whole, sample);
    if (range.lower > whole.lower || range.upper < whole.upper)
        range.outside = countOutside(parts, range);
    return range;
}

} // namespace temper

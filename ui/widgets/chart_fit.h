// SPDX-License-Identifier: GPL-3.0-or-later
// What range of each axis suits a chart's series, also where they have a million points.
#pragma once

#include "ui/widgets/chart_series.h"
#include "ui/widgets/smoothing.h"

namespace temper {

// From 0 (from the first x above it on a logarithmic axis) to the last x, at least to `end`.
ValueRange wholeXRange(const QList<ChartSeries>& all, double end, AxisScale scale);

// The y range of what lies in lower … upper, by valueRange(). Of long series the percentiles are those of
// some thousand points taken evenly; extremes and the count of points outside are exact.
ValueRange shownYRange(const QList<ChartSeries>& all, double lower, double upper);

} // namespace temper

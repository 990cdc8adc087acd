// SPDX-License-Identifier: GPL-3.0-or-later
// TensorBoard's smoothing of a series, and the axis range that suits one.
#pragma once

#include <QList>

namespace temper {

// Debiased exponential mean: last = w·last + (1 − w)·y, shown = last / (1 − wⁿ) over the finite points; a
// constant series and anything not finite pass through (TensorBoard, line_chart data_transformer). `weight` 0
// … 0.999; the result has the length of `values`.
QList<double> smoothed(const QList<double>& values, double weight);

struct ValueRange {
    double lower = 0;
    double upper = 1;
    int outside = 0; // finite points that the range leaves out
};

// All finite values; where single ones stand so far off that the rest would be flat, the 5th to 95th
// percentile.
ValueRange valueRange(const QList<double>& values);

// The same of very many values, of which `sample` are some taken evenly and `whole` holds all; outside is
// left 0.
ValueRange valueRange(const ValueRange& whole, const QList<double>& sample);

// The range widened to whole steps of 1, 2 or 5 times a power of ten, about `ticks` of them.
ValueRange wholeSteps(const ValueRange& range, int ticks);

// The step of 1, 2 or 5 times a power of ten that cuts `length` into at most `ticks` parts, more or less.
double tickStep(double length, int ticks);

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a chart, as values.
#pragma once

#include "ui/widgets/thinning.h"

#include <QList>
#include <QString>

namespace temper {

enum class SeriesShape { Line, LineWithPoints };

struct ChartSeries {
    QString name;
    int colourIndex = 0; // Theme::series
    QList<double> x; // rising
    QList<double> y; // as long as x; gaps are NaN
    QList<double> smoothed; // as long as x, or empty; then y is drawn behind it
    SeriesShape shape = SeriesShape::Line;
    BlockExtremes rawBlocks = {}; // of y and smoothed; prepared() fills them
    BlockExtremes smoothedBlocks = {};
};

// The series with its blocks; for long ones off the GUI thread, a chart does it itself where they are
// missing.
ChartSeries prepared(ChartSeries series);

const QList<double>& shownValues(const ChartSeries& series);

// -1 where there is none.
qsizetype lastFinite(const QList<double>& values);
qsizetype nearestPlace(const QList<double>& rising, double at);

// "step 432 · training 1.174 · evaluation 1.29": what the series are at the points nearest to x; empty
// without points.
QString readingAt(const QList<ChartSeries>& all, const QString& xTitle, double x);

// The last value of each series in words.
QString lastValuesText(const QList<ChartSeries>& all, const QString& xTitle);

} // namespace temper

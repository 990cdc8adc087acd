// SPDX-License-Identifier: GPL-3.0-or-later
// A chart as a file: a picture with title and legend, or its numbers.
#pragma once

#include <QList>
#include <QString>

namespace temper {

class Chart;
struct ChartSeries;

// The numbers: one row an x, one column a series; empty where a series has no value there.
QString chartCsv(const Chart& chart);
// The same from values alone, for another thread. Throws Error(Environment) when the file cannot be written.
void writeChartCsv(const QList<ChartSeries>& all, const QString& xTitle, const QString& path);

// By the ending of `path`: .png (twice the size on screen), .svg, .pdf, .csv. Throws Error(Environment) when
// the file cannot be written, Error(Usage) for another ending.
void exportChart(Chart& chart, const QString& path);

} // namespace temper

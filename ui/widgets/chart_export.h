// SPDX-License-Identifier: GPL-3.0-or-later
// A chart as a file: a picture with title and legend, or its numbers.
#pragma once

#include <QString>

namespace temper {

class Chart;

// The numbers: one row an x, one column a series; empty where a series has no value there.
QString chartCsv(const Chart& chart);

// By the ending of `path`: .png (twice the size on screen), .svg, .pdf, .csv. Throws Error(Environment) when
// the file cannot be written, Error(Usage) for another ending.
void exportChart(Chart& chart, const QString& path);

} // namespace temper

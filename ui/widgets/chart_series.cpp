// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chart_series.h"

#include "ui/widgets/number_text.h"

#include <QStringList>
#include <algorithm>
#include <cmath>

namespace temper {

namespace {

// A step is a whole number, other quantities are not.
QString placeText(const QString& title, double x)
{
    const bool whole = x == std::floor(x);
    return title + QLatin1Char(' ') + (whole ? NumberText::count(std::llround(x)) : NumberText::value(x));
}

} // namespace

ChartSeries prepared(ChartSeries series)
{
    const auto fill = [](const QList<double>& values, BlockExtremes& blocks) {
        if (blocks.lowest.isEmpty() && values.size() > BlockExtremes::kBlock)
            blocks = blockExtremes(values);
    };
    fill(series.y, series.rawBlocks);
    fill(series.smoothed, series.smoothedBlocks);
    return series;
}

const QList<double>& shownValues(const ChartSeries& series)
{
    return series.smoothed.isEmpty() ? series.y : series.smoothed;
}

qsizetype lastFinite(const QList<double>& values)
{
    for (qsizetype i = values.size() - 1; i >= 0; --i) {
        if (std::isfinite(values[i]))
            return i;
    }
    return -1;
}

qsizetype nearestPlace(const QList<double>& rising, double at)
{
    if (rising.isEmpty())
        return -1;
    const auto after = std::lower_bound(rising.begin(), rising.end(), at);
    if (after == rising.begin())
        return 0;
    if (after == rising.end())
        return rising.size() - 1;
    const auto before = after - 1;
    return (at - *before <= *after - at ? before : after) - rising.begin();
}

QString readingAt(const QList<ChartSeries>& all, const QString& xTitle, double x)
{
    QStringList parts;
    for (const ChartSeries& series : all) {
        const qsizetype place = nearestPlace(series.x, x);
        if (place < 0)
            continue;
        if (parts.isEmpty())
            parts.append(placeText(xTitle, series.x[place]));
        const QString value = NumberText::value(shownValues(series)[place]);
        parts.append(all.size() > 1 ? series.name + QLatin1Char(' ') + value : value);
    }
    return parts.join(QStringLiteral(" · "));
}

QString lastValuesText(const QList<ChartSeries>& all, const QString& xTitle)
{
    QStringList parts;
    for (const ChartSeries& series : all) {
        const QList<double>& values = shownValues(series);
        const qsizetype last = lastFinite(values);
        if (last >= 0)
            parts.append(
                QStringLiteral("%1 %2, %3")
                    .arg(series.name, NumberText::value(values[last]), placeText(xTitle, series.x[last])));
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/thinning.h"

#include <algorithm>
#include <cmath>

namespace temper {

namespace {

void consider(const QList<double>& values, qsizetype place, Extremes& found)
{
    if (place < 0 || !std::isfinite(values[place]))
        return;
    if (found.lowest < 0 || values[place] < values[found.lowest])
        found.lowest = place;
    if (found.highest < 0 || values[place] > values[found.highest])
        found.highest = place;
}

void considerAll(const QList<double>& values, qsizetype first, qsizetype end, Extremes& found)
{
    for (qsizetype i = first; i < end; ++i)
        consider(values, i, found);
}

void appendExtremes(const Points& series, const Extremes& found, Points& kept)
{
    if (found.lowest < 0)
        return;
    const auto [first, second] = std::minmax(found.lowest, found.highest);
    for (const qsizetype place : { first, second }) {
        kept.x.append(series.x[place]);
        kept.y.append(series.y[place]);
        if (first == second)
            return;
    }
}

} // namespace

BlockExtremes blockExtremes(const QList<double>& values)
{
    BlockExtremes blocks;
    const qsizetype count = (values.size() + BlockExtremes::kBlock - 1) / BlockExtremes::kBlock;
    blocks.lowest.reserve(count);
    blocks.highest.reserve(count);
    for (qsizetype first = 0; first < values.size(); first += BlockExtremes::kBlock) {
        Extremes found;
        considerAll(values, first, std::min(values.size(), first + BlockExtremes::kBlock), found);
        blocks.lowest.append(found.lowest);
        blocks.highest.append(found.highest);
    }
    return blocks;
}

Extremes extremes(const QList<double>& values, const BlockExtremes& blocks, qsizetype first, qsizetype end)
{
    constexpr qsizetype kBlock = BlockExtremes::kBlock;
    Extremes found;
    const qsizetype firstBlock = (first + kBlock - 1) / kBlock;
    const qsizetype endBlock = std::min(end / kBlock, blocks.lowest.size());
    if (firstBlock >= endBlock) {
        considerAll(values, first, end, found);
        return found;
    }
    considerAll(values, first, firstBlock * kBlock, found);
    for (qsizetype block = firstBlock; block < endBlock; ++block) {
        consider(values, blocks.lowest[block], found);
        consider(values, blocks.highest[block], found);
    }
    considerAll(values, endBlock * kBlock, end, found);
    return found;
}

Points thinned(const Points& series, double lower, double upper, int columns)
{
    return thinned(series, { {}, lower, upper, columns });
}

Points thinned(const Points& series, const ThinningRequest& request)
{
    const auto begin = series.x.begin();
    const auto stop = series.x.end();
    const qsizetype first = std::max<qsizetype>(0, std::lower_bound(begin, stop, request.lower) - begin - 1);
    const qsizetype end
        = std::min<qsizetype>(series.x.size(), std::upper_bound(begin, stop, request.upper) - begin + 1);
    const int columns = request.columns;
    if (end - first <= 2 * columns || columns < 1)
        return { series.x.mid(first, end - first), series.y.mid(first, end - first) };
    Points kept;
    kept.x.reserve(2 * columns + 2);
    kept.y.reserve(2 * columns + 2);
    const bool logarithmic = request.scale == AxisScale::Logarithmic && series.x[first] > 0;
    const double from = series.x[first];
    const double to = series.x[end - 1];
    qsizetype place = first;
    for (int column = 1; column <= columns; ++column) {
        const double part = static_cast<double>(column) / columns;
        const double edge = logarithmic ? from * std::pow(to / from, part) : from + (to - from) * part;
        const qsizetype next
            = column == columns ? end : std::upper_bound(begin + place, begin + end, edge) - begin;
        appendExtremes(series, extremes(series.y, request.blocks, place, next), kept);
        place = next;
    }
    return kept;
}

} // namespace temper

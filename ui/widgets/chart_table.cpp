// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chart_table.h"

#include "ui/widgets/number_text.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace temper {

QList<double> allPlaces(const QList<ChartSeries>& all)
{
    QList<double> places;
    for (const ChartSeries& series : all) {
        QList<double> merged;
        merged.reserve(places.size() + series.x.size());
        std::set_union(
            places.begin(), places.end(), series.x.begin(), series.x.end(), std::back_inserter(merged));
        places = std::move(merged);
    }
    return places;
}

std::optional<double> valueAt(const ChartSeries& series, double x)
{
    const auto found = std::lower_bound(series.x.begin(), series.x.end(), x);
    if (found == series.x.end() || *found != x)
        return std::nullopt;
    const double value = series.y[found - series.x.begin()];
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

void ChartTableModel::setSeries(const QList<ChartSeries>& all, const QString& xTitle)
{
    QList<double> places = allPlaces(all);
    const bool sameShape = places == m_places && all.size() == m_series.size();
    if (!sameShape)
        beginResetModel();
    m_series = all;
    m_places = std::move(places);
    m_xTitle = xTitle;
    if (!sameShape)
        endResetModel();
    else if (!m_places.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ChartTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_series.size()) + 1;
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || !index.isValid())
        return {};
    const double x = m_places[index.row()];
    if (index.column() == 0)
        return x == std::floor(x) ? NumberText::count(std::llround(x)) : NumberText::value(x);
    const std::optional<double> value = valueAt(m_series[index.column() - 1], x);
    return value ? NumberText::value(*value) : QString();
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return section == 0 ? m_xTitle : m_series[section - 1].name;
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a chart as a table: one row an x, one column a series.
#pragma once

#include "ui/widgets/chart_series.h"

#include <QAbstractTableModel>
#include <optional>

namespace temper {

// Every x of any series once, rising.
QList<double> allPlaces(const QList<ChartSeries>& all);

// The value of the series at exactly that x; nothing where it has none.
std::optional<double> valueAt(const ChartSeries& series, double x);

class ChartTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setSeries(const QList<ChartSeries>& all, const QString& xTitle);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ChartSeries> m_series;
    QList<double> m_places;
    QString m_xTitle;
};

} // namespace temper

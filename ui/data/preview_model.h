// SPDX-License-Identifier: GPL-3.0-or-later
// The first rows of a file before it is imported, as they would become.
#pragma once

#include "core/common/data/row.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace temper {

class PreviewModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    // The columns are those of the rows' kind: roles of a conversation, prompt and completion, text.
    void setRows(const std::vector<DataRow>& rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_columns;
    QList<QStringList> m_rows;
};

} // namespace temper

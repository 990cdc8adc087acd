// SPDX-License-Identifier: GPL-3.0-or-later
// The runs of the project as a list of values; words and colours are the delegate's.
#pragma once

#include "ui/runs/run_entry.h"

#include <QAbstractListModel>

namespace temper {

class RunListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, EntryRole };

    using QAbstractListModel::QAbstractListModel;

    // Rows keep their places where the runs are the same ones.
    void setEntries(QList<RunEntry> entries);
    const RunEntry* entry(const QModelIndex& index) const; // nullptr: no such row
    QModelIndex indexOf(const QString& id) const;
    int countOf(RunState state) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<RunEntry> m_entries;
};

} // namespace temper

Q_DECLARE_METATYPE(const temper::RunEntry*)

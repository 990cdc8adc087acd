// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the imported files that cannot be used: file, line, field and reason.
#pragma once

#include "core/common/data/row.h"
#include "ui/data/page_cache.h"
#include "ui/widgets/row_table.h"

#include <QAbstractTableModel>

namespace temper {

class DatasetThread;
class Error;

class ProblemModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { FileColumn, LineColumn, FieldColumn, ReasonColumn, kColumns };
    enum Role { LoadedRole = kLoadedRole };

    explicit ProblemModel(QObject* parent = nullptr);

    void setProblems(DatasetThread* thread, std::uint64_t count); // those of the set of `thread`
    void setProblems(std::vector<RowProblem> problems); // these

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void failed(const temper::Error& error);

private:
    void fetch(int page, quint64 ticket);
    QVariant text(const RowProblem& problem, int column) const;

    DatasetThread* m_thread = nullptr;
    std::vector<RowProblem> m_own;
    int m_count = 0;
    mutable PageCache<RowProblem> m_pages;
};

} // namespace temper

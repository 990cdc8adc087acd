// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a filter as a table of any length: pages are fetched off the GUI thread when they are looked
// at, the newest wish first; a row that is not here yet is empty.
#pragma once

#include "core/common/data/dataset.h"
#include "ui/data/page_cache.h"
#include "ui/widgets/row_table.h"

#include <QAbstractTableModel>
#include <memory>
#include <vector>

namespace temper {

class DatasetThread;

using RowLengths = std::vector<std::uint32_t>; // tokens by row number; 0: cannot be rendered

class RowModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NumberColumn, PromptColumn, AnswerColumn, TokensColumn, StateColumn, kColumns };
    enum Role { RowRole = Qt::UserRole, LoadedRole = kLoadedRole };

    explicit RowModel(QObject* parent = nullptr);

    // `thread` outlives the selection; null with an empty one.
    void setSelection(DatasetThread* thread, RowSelection selection);
    const RowSelection& selection() const { return m_selection; }
    // The same rows with new content: kept on show until the new ones are here.
    void refetch();
    void setLengths(std::shared_ptr<const RowLengths> lengths,
        std::uint32_t limit); // null: not counted; limit 0: none

    std::optional<std::uint64_t> number(int row) const;
    int rowOf(std::uint64_t number) const; // -1: not in the selection
    const RowSummary* summary(int row) const; // nullptr: not here yet

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

Q_SIGNALS:
    void failed(const temper::Error& error);

private:
    void fetch(int page, quint64 ticket);
    QVariant text(const RowSummary& row, int column) const;
    QString tokensText(std::uint64_t number) const;
    QString stateText(const RowSummary& row) const;

    DatasetThread* m_thread = nullptr;
    RowSelection m_selection;
    mutable PageCache<RowSummary> m_pages; // looking at a row is what asks for it
    std::shared_ptr<const RowLengths> m_lengths;
    std::uint32_t m_limit = 0;
};

} // namespace temper

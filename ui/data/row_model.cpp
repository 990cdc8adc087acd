// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/row_model.h"

#include "ui/data/dataset_thread.h"
#include "ui/data/row_words.h"
#include "ui/widgets/number_text.h"

#include <algorithm>
#include <limits>

namespace temper {

RowModel::RowModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_pages(
          this,
          [this](int page, quint64 ticket) { fetch(page, ticket); },
          [this](int first, int end) {
              const int last = std::min(end, rowCount()) - 1;
              if (first <= last)
                  Q_EMIT dataChanged(index(first, 0), index(last, kColumns - 1));
          })
{
}

void RowModel::setSelection(DatasetThread* thread, RowSelection selection)
{
    beginResetModel();
    m_thread = thread;
    m_selection = std::move(selection);
    m_pages.clear();
    endResetModel();
}

void RowModel::refetch()
{
    m_pages.refetch();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

void RowModel::setLengths(std::shared_ptr<const RowLengths> lengths, std::uint32_t limit)
{
    m_lengths = std::move(lengths);
    m_limit = limit;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, TokensColumn), index(rowCount() - 1, StateColumn));
}

void RowModel::fetch(int page, quint64 ticket)
{
    constexpr auto kRows = PageCache<RowSummary>::kPageRows;
    if (!m_thread)
        return;
    m_thread->ask<std::vector<RowSummary>>(
        [selection = m_selection, page](OpenDataset& set) {
            return set.rows().summaries(selection, static_cast<std::uint64_t>(page) * kRows, kRows);
        },
        [this, page, ticket](const std::vector<RowSummary>& rows) { m_pages.keep(page, ticket, rows); },
        [this, ticket](const Error& error) {
            if (m_pages.failed(ticket))
                Q_EMIT failed(error);
        });
}

std::optional<std::uint64_t> RowModel::number(int row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return m_selection.number(static_cast<std::uint64_t>(row));
}

int RowModel::rowOf(std::uint64_t number) const
{
    const auto position = m_selection.positionOf(number);
    return position && *position < static_cast<std::uint64_t>(rowCount()) ? static_cast<int>(*position) : -1;
}

const RowSummary* RowModel::summary(int row) const
{
    return m_pages.row(row);
}

int RowModel::rowCount(const QModelIndex& parent) const
{
    constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<int>::max());
    return parent.isValid() ? 0 : static_cast<int>(std::min(m_selection.size(), kMost));
}

int RowModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant RowModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool figures = index.column() == NumberColumn || index.column() == TokensColumn;
        return QVariant::fromValue(Qt::AlignVCenter | (figures ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != RowRole && role != LoadedRole
        && role != Qt::AccessibleTextRole)
        return {};
    const RowSummary* row = summary(index.row());
    if (role == LoadedRole)
        return row != nullptr;
    if (!row)
        return {};
    if (role == RowRole)
        return QVariant::fromValue(row);
    if (role == Qt::ToolTipRole)
        return index.column() == StateColumn ? QVariant(stateText(*row)) : QVariant();
    return text(*row, index.column());
}

QVariant RowModel::text(const RowSummary& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case NumberColumn:
        return NumberText::count(static_cast<std::int64_t>(row.number) + 1);
    case PromptColumn:
        return RowWords::oneLine(row.prompt);
    case AnswerColumn:
        return RowWords::oneLine(row.answer);
    case TokensColumn:
        return tokensText(row.number);
    case StateColumn:
        return stateText(row);
    case kColumns:
        break;
    }
    return {};
}

QString RowModel::tokensText(std::uint64_t number) const
{
    if (!m_lengths || number >= m_lengths->size() || (*m_lengths)[number] == 0)
        return QStringLiteral("–");
    return NumberText::count((*m_lengths)[number]);
}

QString RowModel::stateText(const RowSummary& row) const
{
    QStringList words;
    if (row.isSetAside)
        words.append(tr("set aside"));
    if (row.isChanged)
        words.append(tr("edited"));
    if (row.turns > 2)
        words.append(tr("%1 turns").arg(row.turns));
    const bool counted = m_lengths && row.number < m_lengths->size();
    if (counted && m_limit > 0 && (*m_lengths)[row.number] > m_limit)
        words.append(tr("over %1 tokens").arg(NumberText::count(m_limit)));
    return words.join(QStringLiteral(" · "));
}

QVariant RowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool figures = section == NumberColumn || section == TokensColumn;
        return QVariant::fromValue(Qt::AlignVCenter | (figures ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case NumberColumn:
        return tr("Row");
    case PromptColumn:
        return tr("Prompt");
    case AnswerColumn:
        return tr("Answer");
    case TokensColumn:
        return tr("Tokens");
    case StateColumn:
        return tr("Notes");
    case kColumns:
        break;
    }
    return {};
}

void RowModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

} // namespace temper

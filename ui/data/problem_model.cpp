// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/problem_model.h"

#include "ui/data/dataset_thread.h"
#include "ui/widgets/engine_words.h"
#include "ui/widgets/number_text.h"

#include <QDir>

#include <algorithm>
#include <limits>

namespace temper {

ProblemModel::ProblemModel(QObject* parent)
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

void ProblemModel::setProblems(DatasetThread* thread, std::uint64_t count)
{
    beginResetModel();
    m_thread = thread;
    m_own.clear();
    m_count = static_cast<int>(std::min<std::uint64_t>(count, std::numeric_limits<int>::max()));
    m_pages.clear();
    endResetModel();
}

void ProblemModel::setProblems(std::vector<RowProblem> problems)
{
    beginResetModel();
    m_thread = nullptr;
    m_own = std::move(problems);
    m_count = static_cast<int>(m_own.size());
    m_pages.clear();
    endResetModel();
}

void ProblemModel::fetch(int page, quint64 ticket)
{
    constexpr auto kRows = PageCache<RowProblem>::kPageRows;
    if (!m_thread)
        return;
    m_thread->ask<std::vector<RowProblem>>(
        [page](OpenDataset& set) {
            return set.rows().problems(static_cast<std::uint64_t>(page) * kRows, kRows);
        },
        [this, page, ticket](const std::vector<RowProblem>& rows) { m_pages.keep(page, ticket, rows); },
        [this, ticket](const Error& error) {
            if (m_pages.failed(ticket))
                Q_EMIT failed(error);
        });
}

int ProblemModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int ProblemModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::AlignVCenter | (index.column() == LineColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != LoadedRole)
        return {};
    const RowProblem* problem
        = m_thread ? m_pages.row(index.row()) : &m_own[static_cast<std::size_t>(index.row())];
    if (role == LoadedRole)
        return problem != nullptr;
    return problem ? text(*problem, index.column()) : QVariant();
}

QVariant ProblemModel::text(const RowProblem& problem, int column) const
{
    switch (static_cast<Column>(column)) {
    case FileColumn:
        return QString::fromStdString(problem.file).section(QLatin1Char('/'), -1);
    case LineColumn:
        return problem.line == 0 ? QStringLiteral("–")
                                 : NumberText::count(static_cast<std::int64_t>(problem.line));
    case FieldColumn:
        return problem.field.empty() ? tr("whole row") : QString::fromStdString(problem.field);
    case ReasonColumn:
        return EngineWords::text(problem.reason);
    case kColumns:
        break;
    }
    return {};
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::AlignVCenter | (section == LineColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case FileColumn:
        return tr("File");
    case LineColumn:
        return tr("Line");
    case FieldColumn:
        return tr("Field");
    case ReasonColumn:
        return tr("Why it cannot be used");
    case kColumns:
        break;
    }
    return {};
}

} // namespace temper

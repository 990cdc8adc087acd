// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_list_model.h"

#include "ui/runs/run_words.h"

#include <algorithm>

namespace temper {

namespace {

QString idOf(const RunEntry& entry)
{
    return QString::fromStdString(entry.summary.run.id());
}

} // namespace

void RunListModel::setEntries(QList<RunEntry> entries)
{
    const bool sameRuns = std::equal(m_entries.begin(), m_entries.end(), entries.begin(), entries.end(),
        [](const RunEntry& a, const RunEntry& b) {
            return a.summary.run.folder() == b.summary.run.folder();
        });
    if (!sameRuns) {
        beginResetModel();
        m_entries = std::move(entries);
        endResetModel();
        return;
    }
    m_entries = std::move(entries);
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_entries.size()) - 1));
}

const RunEntry* RunListModel::entry(const QModelIndex& index) const
{
    return index.isValid() && index.row() < m_entries.size() ? &m_entries[index.row()] : nullptr;
}

QModelIndex RunListModel::indexOf(const QString& id) const
{
    for (qsizetype row = 0; row < m_entries.size(); ++row) {
        if (idOf(m_entries[row]) == id)
            return index(static_cast<int>(row));
    }
    return {};
}

int RunListModel::countOf(RunState state) const
{
    return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(),
        [state](const RunEntry& entry) { return entry.summary.state == state; }));
}

int RunListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant RunListModel::data(const QModelIndex& index, int role) const
{
    const RunEntry* run = entry(index);
    if (!run)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(run->summary.info.name);
    case Qt::AccessibleTextRole:
        return RunWords::title(*run);
    case Qt::AccessibleDescriptionRole:
    case Qt::ToolTipRole:
        return RunWords::listLine(*run);
    case IdRole:
        return idOf(*run);
    case EntryRole:
        return QVariant::fromValue(run);
    default:
        return {};
    }
}

} // namespace temper

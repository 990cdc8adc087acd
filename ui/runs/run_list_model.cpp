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

// What trains comes first, then what waits in its order.
bool comesBefore(const RunEntry& a, const RunEntry& b)
{
    return a.place.value_or(-1) < b.place.value_or(-1);
}

} // namespace

bool RunListModel::passes(const RunEntry& entry) const
{
    if (m_starredOnly && !entry.notes.starred)
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = RunWords::title(entry) + QLatin1Char(' ') + RunWords::listLine(entry)
        + QLatin1Char(' ') + QString::fromStdString(entry.notes.note);
    return std::all_of(m_words.begin(), m_words.end(),
        [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

QList<RunListModel::Row> RunListModel::rowsOf(const QList<RunEntry>& entries) const
{
    QList<Row> queue;
    QList<Row> history;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (!passes(entries[i]))
            continue;
        const bool queued = isInQueue(entries[i]);
        (queued ? queue : history).append({ i, queued ? RunSection::Queue : RunSection::History });
    }
    std::stable_sort(queue.begin(), queue.end(),
        [&](const Row& a, const Row& b) { return comesBefore(entries[a.entry], entries[b.entry]); });
    if (!queue.isEmpty())
        queue.prepend({ -1, RunSection::Queue });
    if (!history.isEmpty())
        history.prepend({ -1, RunSection::History });
    return queue + history;
}

QStringList RunListModel::shownIds(const QList<RunEntry>& entries, const QList<Row>& rows) const
{
    QStringList ids;
    ids.reserve(rows.size());
    for (const Row& row : rows)
        ids.append(row.entry < 0 ? QString() : idOf(entries[row.entry]));
    return ids;
}

void RunListModel::setEntries(QList<RunEntry> entries)
{
    fill(std::move(entries));
}

void RunListModel::fill(QList<RunEntry> entries)
{
    QList<Row> rows = rowsOf(entries);
    if (shownIds(m_entries, m_rows) != shownIds(entries, rows)) {
        beginResetModel();
        m_entries = std::move(entries);
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_entries = std::move(entries);
    m_rows = std::move(rows);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

void RunListModel::setFilter(const QString& words)
{
    m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    fill(m_entries);
}

void RunListModel::setStarredOnly(bool starredOnly)
{
    m_starredOnly = starredOnly;
    fill(m_entries);
}

const RunEntry* RunListModel::entry(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() >= m_rows.size() || m_rows[index.row()].entry < 0)
        return nullptr;
    return &m_entries[m_rows[index.row()].entry];
}

QModelIndex RunListModel::indexOf(const QString& id) const
{
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].entry >= 0 && idOf(m_entries[m_rows[row].entry]) == id)
            return index(static_cast<int>(row));
    }
    return {};
}

QModelIndex RunListModel::firstRun() const
{
    return m_rows.size() > 1 ? index(1) : QModelIndex();
}

int RunListModel::countOf(RunState state) const
{
    return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(),
        [state](const RunEntry& entry) { return entry.summary.state == state; }));
}

int RunListModel::shownRuns() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.entry >= 0; }));
}

int RunListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags RunListModel::flags(const QModelIndex& index) const
{
    return entry(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable : Qt::NoItemFlags;
}

QVariant RunListModel::data(const QModelIndex& index, int role) const
{
    const RunEntry* run = entry(index);
    if (!run) {
        if (!index.isValid() || index.row() >= m_rows.size())
            return {};
        const RunSection section = m_rows[index.row()].section;
        if (role == SectionRole)
            return static_cast<int>(section);
        return role == Qt::DisplayRole ? QVariant(RunWords::section(section)) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return RunWords::name(*run);
    case Qt::AccessibleTextRole:
        return RunWords::title(*run);
    case Qt::AccessibleDescriptionRole:
        return RunWords::listLine(*run);
    case Qt::ToolTipRole:
        return RunWords::toolTip(*run);
    case IdRole:
        return idOf(*run);
    case EntryRole:
        return QVariant::fromValue(run);
    default:
        return {};
    }
}

bool RunListModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const RunEntry* run = entry(index);
    const QString name = value.toString().trimmed();
    if (!run || role != Qt::EditRole || name.isEmpty() || name == RunWords::name(*run))
        return false;
    Q_EMIT renameAsked(idOf(*run), name);
    return true;
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/preview_model.h"

#include "ui/data/row_words.h"
#include "ui/widgets/number_text.h"

#include <algorithm>

namespace temper {

namespace {

constexpr std::size_t kMostLetters = 400;

QString beginning(const std::string& text)
{
    return RowWords::oneLine(text.substr(0, kMostLetters));
}

QString textOf(const DataRow& row, const std::string& role)
{
    for (const Message& message : row.messages) {
        if (message.role == role)
            return beginning(message.content);
    }
    return {};
}

QStringList cells(const DataRow& row, bool system)
{
    switch (row.kind) {
    case RowKind::Chat: {
        QStringList cells { textOf(row, "user"), textOf(row, "assistant"),
            NumberText::count(static_cast<std::int64_t>(row.messages.size())) };
        if (system)
            cells.prepend(textOf(row, "system"));
        return cells;
    }
    case RowKind::Prompt:
        return { beginning(row.prompt), beginning(row.completion) };
    case RowKind::Text:
        return { beginning(row.text) };
    case RowKind::Tokens:
        return { NumberText::count(static_cast<std::int64_t>(row.ids.size())) };
    }
    return {};
}

QStringList columns(RowKind kind, bool system)
{
    switch (kind) {
    case RowKind::Chat: {
        QStringList columns { PreviewModel::tr("User"), PreviewModel::tr("Assistant"),
            PreviewModel::tr("Turns") };
        if (system)
            columns.prepend(PreviewModel::tr("System"));
        return columns;
    }
    case RowKind::Prompt:
        return { PreviewModel::tr("Prompt"), PreviewModel::tr("Completion") };
    case RowKind::Text:
        return { PreviewModel::tr("Text") };
    case RowKind::Tokens:
        return { PreviewModel::tr("Token ids") };
    }
    return {};
}

} // namespace

void PreviewModel::setRows(const std::vector<DataRow>& rows)
{
    const RowKind kind = rows.empty() ? RowKind::Chat : rows.front().kind;
    const bool system = std::any_of(
        rows.begin(), rows.end(), [](const DataRow& row) { return !textOf(row, "system").isEmpty(); });
    beginResetModel();
    m_columns = columns(kind, system);
    m_rows.clear();
    for (const DataRow& row : rows)
        m_rows.append(cells(row, system));
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    return m_rows[index.row()].value(index.column());
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    return role == Qt::DisplayRole ? QVariant(m_columns.value(section)) : QVariant();
}

} // namespace temper

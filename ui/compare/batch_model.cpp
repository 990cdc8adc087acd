// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/batch_model.h"

#include "core/common/data/word_difference.h"
#include "ui/compare/answer_words.h"
#include "ui/compare/batch_run.h"
#include "ui/widgets/number_text.h"

#include <algorithm>

namespace temper {

namespace {

constexpr qsizetype kShownCharacters
    = 300; // a cell shows no more; the answer itself is shown below the table

QString oneLine(const std::string& text)
{
    return QString::fromStdString(text).left(kShownCharacters).simplified();
}

double sharedWords(const BatchResult& result)
{
    const auto& left = result.answers[Side::Left];
    const auto& right = result.answers[Side::Right];
    if (!left || !right)
        return -1;
    const WordDifference difference = wordDifference(left->text, right->text);
    const auto words = std::max(difference.leftWords, difference.rightWords);
    return words == 0 ? 1 : static_cast<double>(difference.commonWords) / static_cast<double>(words);
}

} // namespace

BatchModel::BatchModel(const BatchRun& run, QObject* parent)
    : QAbstractTableModel(parent)
    , m_run(run)
{
    connect(&run, &BatchRun::replaced, this, &BatchModel::reset);
    connect(&run, &BatchRun::rowChanged, this, &BatchModel::refresh);
}

void BatchModel::reset()
{
    beginResetModel();
    m_shared.clear();
    for (const BatchResult& result : m_run.results())
        m_shared.append(sharedWords(result));
    endResetModel();
}

void BatchModel::refresh(int row)
{
    m_shared[row] = sharedWords(m_run.results()[static_cast<std::size_t>(row)]);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void BatchModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int BatchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shared.size());
}

int BatchModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant BatchModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole)
        return text(index);
    if (role == Qt::TextAlignmentRole && index.column() >= LeftTokens)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QString BatchModel::text(const QModelIndex& index) const
{
    const BatchResult& result = m_run.results()[static_cast<std::size_t>(index.row())];
    const auto& left = result.answers[Side::Left];
    const auto& right = result.answers[Side::Right];
    const auto tokens = [](const auto& answer) {
        return answer ? NumberText::count(static_cast<std::int64_t>(answer->tokens.size())) : QString();
    };
    switch (static_cast<Column>(index.column())) {
    case Prompt:
        return oneLine(result.prompt.shown);
    case LeftAnswer:
        return left ? oneLine(left->text) : QString();
    case RightAnswer:
        return right ? oneLine(right->text) : QString();
    case LeftTokens:
        return tokens(left);
    case RightTokens:
        return tokens(right);
    case SharedWords:
        return m_shared[index.row()] < 0
            ? QString()
            : QStringLiteral("%1 %").arg(static_cast<int>(m_shared[index.row()] * 100 + 0.5));
    case ColumnCount:
        break;
    }
    return {};
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
        return static_cast<int>((section >= LeftTokens ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (static_cast<Column>(section)) {
    case Prompt:
        return tr("Prompt");
    case LeftAnswer:
        return tr("Left answer");
    case RightAnswer:
        return tr("Right answer");
    case LeftTokens:
        return tr("Left tokens");
    case RightTokens:
        return tr("Right tokens");
    case SharedWords:
        return tr("Words shared");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace temper

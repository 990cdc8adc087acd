// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_delegate.h"

#include "ui/runs/run_list_model.h"
#include "ui/runs/run_words.h"
#include "ui/widgets/row_painter.h"

namespace temper {

namespace {
constexpr int kHeadingHeight = 30;
}

RunDelegate::RunDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* entry = index.data(RunListModel::EntryRole).value<const RunEntry*>();
    if (!entry)
        return paintHeading(*painter, option, m_theme, index.data(Qt::DisplayRole).toString());
    const RunState state = entry->place ? RunState::Queued : entry->summary.state;
    TwoLineRow row { RunWords::title(*entry), RunWords::listLine(*entry),
        state == RunState::Failed ? Colour::Bad : Colour::Muted, RunWords::stateIcon(state),
        RunWords::stateColour(state) };
    if (entry->notes.starred) {
        row.markName = QStringLiteral("star-filled");
        row.markColour = Colour::Warn;
    }
    paintTwoLineRow(*painter, option, m_theme, row);
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return { 0, index.data(RunListModel::SectionRole).isValid() ? kHeadingHeight : kTwoLineRowHeight };
}

void RunDelegate::updateEditorGeometry(QWidget* editor,
    const QStyleOptionViewItem& option,
    const QModelIndex&) const
{
    editor->setGeometry(
        option.rect.adjusted(size::kSmallGap, size::kSmallGap, -size::kSmallGap, -size::kSmallGap));
}

} // namespace temper

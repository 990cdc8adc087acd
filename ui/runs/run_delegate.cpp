// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_delegate.h"

#include "ui/runs/run_list_model.h"
#include "ui/runs/run_words.h"
#include "ui/widgets/row_painter.h"

namespace temper {

RunDelegate::RunDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* entry = index.data(RunListModel::EntryRole).value<const RunEntry*>();
    const RunState state = entry->summary.state;
    const TwoLineRow row { RunWords::title(*entry), RunWords::listLine(*entry),
        state == RunState::Failed ? Colour::Bad : Colour::Muted, RunWords::stateIcon(state),
        RunWords::stateColour(state) };
    paintTwoLineRow(*painter, option, m_theme, row);
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return { 0, kTwoLineRowHeight };
}

} // namespace temper

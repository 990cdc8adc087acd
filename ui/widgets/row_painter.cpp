// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/row_painter.h"

#include "ui/shell/theme/theme.h"

#include <QPainter>

namespace temper {

namespace {

void drawLine(QPainter& painter,
    const QRect& area,
    const QFont& font,
    const QColor& colour,
    const QString& text,
    Qt::TextElideMode cut = Qt::ElideRight)
{
    painter.setFont(font);
    painter.setPen(colour);
    const QString shown = painter.fontMetrics().elidedText(text, cut, area.width());
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace

void paintRowBackground(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme)
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const bool focused
        = (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
    if (!selected && !hovered && !focused)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(focused ? QPen(theme.colour(Colour::Accent), size::kFocusRing) : QPen(Qt::NoPen));
    painter.setBrush(theme.colour(selected ? Colour::Selection : Colour::Hover));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), size::kRadius, size::kRadius);
}

void paintHeading(QPainter& painter,
    const QStyleOptionViewItem& option,
    const Theme& theme,
    const QString& text)
{
    painter.save();
    QFont font = theme.font(TextRole::Small);
    font.setWeight(QFont::DemiBold);
    const QRect area = option.rect.adjusted(size::kSmallGap, 0, -size::kSmallGap, 0);
    drawLine(painter, area, font, theme.colour(Colour::Faint), text);
    painter.restore();
}

void paintTwoLineRow(QPainter& painter,
    const QStyleOptionViewItem& option,
    const Theme& theme,
    const TwoLineRow& row)
{
    painter.save();
    paintRowBackground(painter, option, theme);
    QRect area = option.rect.adjusted(size::kSmallGap, size::kGrid, -size::kSmallGap, -size::kGrid);
    if (!row.iconName.isEmpty()) {
        const QRect icon(area.left(), area.top() + 2, size::kSmallIcon, size::kSmallIcon);
        theme.icon(row.iconName, row.iconColour).paint(&painter, icon);
        area.setLeft(icon.right() + size::kSmallGap);
    }
    QFont strong = theme.font(TextRole::Base);
    strong.setWeight(QFont::Medium);
    const QRect upper(area.left(), area.top(), area.width(), area.height() / 2);
    const QRect lower(area.left(), area.top() + area.height() / 2, area.width(), area.height() / 2);
    QRect title = upper;
    if (!row.markName.isEmpty()) {
        const QRect mark(
            upper.right() - size::kSmallIcon + 1, area.top() + 2, size::kSmallIcon, size::kSmallIcon);
        theme.icon(row.markName, row.markColour).paint(&painter, mark);
        title.setRight(mark.left() - size::kGrid);
    }
    // Names that differ only at their ends, as those of a queue of runs do, stay apart.
    drawLine(painter, title, strong, theme.colour(Colour::Text), row.title, Qt::ElideMiddle);
    const bool selected
        = option.state & QStyle::State_Selected; // state colours are too pale to read on the selection
    const Colour detail = selected && row.detailColour != Colour::Muted ? Colour::Text : row.detailColour;
    drawLine(painter, lower, theme.font(TextRole::Small), theme.colour(detail), row.detail);
    painter.restore();
}

} // namespace temper

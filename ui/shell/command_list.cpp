// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_list.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/row_painter.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <utility>

namespace temper {

namespace {

constexpr int kRowHeight = 32;

// The found letters in the accent and heavier, the others as they are; answers the width taken.
int drawTitle(QPainter& painter,
    const QRect& area,
    const QString& text,
    const QList<int>& found,
    const QColor& mark)
{
    QList<QTextLayout::FormatRange> formats;
    for (const int place : found) {
        if (place >= text.size())
            break;
        QTextLayout::FormatRange range { place, 1, {} };
        range.format.setForeground(mark);
        range.format.setFontWeight(QFont::DemiBold);
        formats.append(range);
    }
    QTextLayout layout(painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()), painter.font());
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(area.width());
    layout.endLayout();
    layout.draw(&painter, QPointF(area.left(), area.top() + (area.height() - line.height()) / 2));
    return static_cast<int>(line.naturalTextWidth()) + 1;
}

} // namespace

void CommandList::setCommands(QList<Command> commands)
{
    beginResetModel();
    m_shown.clear();
    m_commands = std::move(commands);
    endResetModel();
    filter({});
}

void CommandList::filter(const QString& wanted)
{
    beginResetModel();
    m_shown.clear();
    for (qsizetype i = 0; i < m_commands.size(); ++i) {
        const QString text = m_commands[i].title + QLatin1Char(' ') + m_commands[i].group;
        if (auto match = fuzzyMatch(wanted, text))
            m_shown.append({ i, match->score, std::move(match->places) });
    }
    std::ranges::stable_sort(m_shown, std::greater<>(), &Shown::score);
    endResetModel();
}

int CommandList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant CommandList::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Command& command = this->command(index.row());
    if (role == Qt::DisplayRole)
        return command.title;
    if (role == Qt::ToolTipRole && !command.detail.isEmpty())
        return QString(command.title + QLatin1Char('\n') + command.detail);
    if (role == Qt::AccessibleTextRole)
        return QStringList { command.title, command.detail, command.group,
            command.shortcut.toString(QKeySequence::NativeText) }
            .join(QStringLiteral(", "));
    return {};
}

CommandDelegate::CommandDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

int CommandDelegate::paintShortcut(QPainter& painter, const QRect& area, const QKeySequence& shortcut) const
{
    if (shortcut.isEmpty())
        return 0;
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    painter.setFont(m_theme.font(TextRole::Small));
    const int width = painter.fontMetrics().horizontalAdvance(keys) + size::kGap;
    const QRect chip(area.right() - width + 1, area.top() + 6, width, area.height() - 12);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.colour(Colour::StrongLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), size::kGrid, size::kGrid);
    painter.setPen(m_theme.colour(Colour::Muted));
    painter.drawText(chip, Qt::AlignCenter, keys);
    return width + size::kGap;
}

void CommandDelegate::paint(QPainter* painter,
    const QStyleOptionViewItem& option,
    const QModelIndex& index) const
{
    const auto* list = qobject_cast<const CommandList*>(index.model());
    if (!list)
        return;
    const Command& command = list->command(index.row());
    painter->save();
    paintRowBackground(*painter, option, m_theme);
    QRect area = option.rect.adjusted(size::kGap, 0, -size::kGap, 0);
    area.setRight(area.right() - paintShortcut(*painter, area, command.shortcut));
    painter->setFont(m_theme.font(TextRole::Small));
    painter->setPen(m_theme.colour(Colour::Faint));
    const int group = painter->fontMetrics().horizontalAdvance(command.group);
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, command.group);
    area.setRight(area.right() - group - size::kGap);
    painter->setFont(m_theme.font(TextRole::Base));
    painter->setPen(m_theme.colour(Colour::Text));
    area.setLeft(area.left() + size::kSmallGap
        + drawTitle(*painter, area, command.title, list->foundLetters(index.row()),
            m_theme.colour(Colour::AccentText)));
    painter->setFont(m_theme.font(TextRole::Small));
    painter->setPen(m_theme.colour(Colour::Muted));
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(command.detail, Qt::ElideRight, area.width()));
    painter->restore();
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return { 0, kRowHeight };
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/row_table.h"

#include "ui/shell/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace temper {

RowTable::RowTable(const Theme& theme, QWidget* parent)
    : QTableView(parent)
    , m_theme(theme)
{
    setItemDelegate(new RowDelegate(theme, this));
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(size::kListRowHeight);
    verticalHeader()->setDefaultSectionSize(size::kListRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setFixedHeight(size::kListRowHeight);
    connect(this, &QAbstractItemView::doubleClicked, this,
        [this](const QModelIndex& index) { Q_EMIT activatedRow(index.row()); });
}

void RowTable::setColumnWidths(const QList<int>& widths)
{
    for (int column = 0; column < widths.size(); ++column) {
        const bool shares = widths[column] == 0;
        horizontalHeader()->setSectionResizeMode(column, shares ? QHeaderView::Stretch : QHeaderView::Fixed);
        if (!shares)
            horizontalHeader()->resizeSection(column, widths[column]);
    }
}

void RowTable::setQuietColumns(const QList<int>& columns)
{
    m_quiet = columns;
}

void RowTable::hover(int row)
{
    if (row == m_hovered)
        return;
    m_hovered = row;
    viewport()->update();
}

void RowTable::mouseMoveEvent(QMouseEvent* event)
{
    QTableView::mouseMoveEvent(event);
    hover(rowAt(event->pos().y()));
}

void RowTable::leaveEvent(QEvent* event)
{
    QTableView::leaveEvent(event);
    hover(-1);
}

void RowTable::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid())
        Q_EMIT activatedRow(currentIndex().row());
    else if (event->key() == Qt::Key_Home && model() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
    else if (event->key() == Qt::Key_End && model() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(model()->rowCount() - 1, 0));
    else
        QTableView::keyPressEvent(event);
}

void RowTable::setEmptyText(const QString& sentence)
{
    m_emptyText = sentence;
    setAccessibleDescription(model() && model()->rowCount() == 0 ? sentence : QString());
    viewport()->update();
}

void RowTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || !model() || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(m_theme.colour(Colour::Muted));
    painter.drawText(viewport()->rect().adjusted(size::kGroupGap, size::kGroupGap, -size::kGroupGap, 0),
        Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
}

RowDelegate::RowDelegate(const Theme& theme, RowTable* table)
    : QStyledItemDelegate(table)
    , m_theme(theme)
    , m_table(table)
{
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    if (selected || index.row() == m_table->hoveredRow())
        painter->fillRect(option.rect, m_theme.colour(selected ? Colour::Selection : Colour::Hover));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
        m_theme.colour(Colour::Line));
    if (index.row() == m_table->currentIndex().row() && m_table->hasFocus() && index.column() == 0)
        painter->fillRect(
            QRect(option.rect.left(), option.rect.top(), size::kFocusRing + 1, option.rect.height() - 1),
            m_theme.colour(Colour::Accent));
    const QRect area = option.rect.adjusted(size::kSmallGap, 0, -size::kSmallGap, -1);
    const QVariant loaded = index.data(kLoadedRole);
    if (loaded.isValid() && !loaded.toBool()) {
        const int width = area.width() * (3 + (index.row() * 7 + index.column() * 3) % 5) / 9;
        painter->fillRect(QRect(area.left(), area.center().y() - 3, width, 6), m_theme.colour(Colour::Line));
    } else {
        const bool quiet = m_table->isQuiet(index.column()) && !selected;
        painter->setPen(m_theme.colour(quiet ? Colour::Muted : Colour::Text));
        painter->setFont(m_theme.font(TextRole::Base));
        const QString text = painter->fontMetrics().elidedText(
            index.data(Qt::DisplayRole).toString(), Qt::ElideRight, area.width());
        const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        painter->drawText(area, static_cast<int>(alignment) | Qt::TextSingleLine, text);
    }
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return { 0, size::kListRowHeight };
}

} // namespace temper

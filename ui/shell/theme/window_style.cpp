// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme/window_style.h"

#include "ui/shell/theme/tokens.h"

#include <QComboBox>
#include <QPainter>
#include <QStyleFactory>
#include <QStyledItemDelegate>

namespace temper {

namespace {

// Rows as the style sheet has them; Qt's own delegate for combo boxes draws menu rows past the sheet.
class ComboRowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        if (!isSeparator(index))
            return QStyledItemDelegate::paint(painter, option, index);
        const int middle = option.rect.center().y();
        painter->save();
        painter->setPen(option.palette.color(QPalette::Mid));
        painter->drawLine(option.rect.left(), middle, option.rect.right(), middle);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize row = QStyledItemDelegate::sizeHint(option, index);
        return isSeparator(index) ? QSize(row.width(), size::kSmallGap) : row;
    }

private:
    static bool isSeparator(const QModelIndex& index) // as QComboBox::insertSeparator marks it
    {
        return index.data(Qt::AccessibleDescriptionRole).toString() == QLatin1String("separator");
    }
};

} // namespace

WindowStyle::WindowStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void WindowStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    auto* combo = qobject_cast<QComboBox*>(widget);
    if (combo && !dynamic_cast<ComboRowDelegate*>(combo->itemDelegate()))
        combo->setItemDelegate(new ComboRowDelegate(combo));
}

} // namespace temper

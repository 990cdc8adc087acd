// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/filter_model.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/row_painter.h"

#include <QPainter>

namespace temper {

QString filterName(SetFilter filter)
{
    switch (filter) {
    case SetFilter::InUse:
        return FilterModel::tr("In use");
    case SetFilter::SetAside:
        return FilterModel::tr("Set aside");
    case SetFilter::Changed:
        return FilterModel::tr("Edited or added");
    case SetFilter::All:
        return FilterModel::tr("All rows");
    case SetFilter::Cut:
        return FilterModel::tr("Over the cutoff");
    case SetFilter::Unusable:
        return FilterModel::tr("Cannot be used");
    }
    return {};
}

QString emptyWords(SetFilter filter, bool isSearched)
{
    if (isSearched && filter != SetFilter::Unusable)
        return FilterModel::tr("No row here holds these words.");
    switch (filter) {
    case SetFilter::InUse:
        return FilterModel::tr("No row is in use: add or import rows, or take back some that are set aside.");
    case SetFilter::SetAside:
        return FilterModel::tr("No row is set aside.");
    case SetFilter::Changed:
        return FilterModel::tr("No row was edited or added.");
    case SetFilter::All:
        return FilterModel::tr("The set has no rows yet: add or import some.");
    case SetFilter::Cut:
        return FilterModel::tr("No row is longer than the cutoff.");
    case SetFilter::Unusable:
        return FilterModel::tr("Every row that was imported can be used.");
    }
    return {};
}

void FilterModel::setCount(SetFilter filter, std::optional<std::uint64_t> count)
{
    const auto row = static_cast<int>(filter);
    m_counts[static_cast<std::size_t>(row)] = count;
    Q_EMIT dataChanged(index(row), index(row));
}

std::optional<std::uint64_t> FilterModel::count(SetFilter filter) const
{
    return m_counts[static_cast<std::size_t>(filter)];
}

void FilterModel::retranslate()
{
    Q_EMIT dataChanged(index(0), index(kSetFilters - 1));
}

int FilterModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kSetFilters;
}

QVariant FilterModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto filter = static_cast<SetFilter>(index.row());
    const auto found = count(filter);
    const QString figure = found ? NumberText::count(static_cast<std::int64_t>(*found)) : QStringLiteral("–");
    switch (role) {
    case Qt::DisplayRole:
        return filterName(filter);
    case CountRole:
        return figure;
    case Qt::AccessibleTextRole:
        return tr("%1: %2 rows").arg(filterName(filter), figure);
    default:
        return {};
    }
}

FilterDelegate::FilterDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void FilterDelegate::paint(QPainter* painter,
    const QStyleOptionViewItem& option,
    const QModelIndex& index) const
{
    painter->save();
    paintRowBackground(*painter, option, m_theme);
    const QRect area = option.rect.adjusted(size::kSmallGap, 0, -size::kSmallGap, 0);
    painter->setFont(m_theme.font(TextRole::Base));
    const QString count = index.data(FilterModel::CountRole).toString();
    const int room = painter->fontMetrics().horizontalAdvance(count) + size::kSmallGap;
    painter->setPen(m_theme.colour(Colour::Muted));
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, count);
    painter->setPen(m_theme.colour(Colour::Text));
    const QRect words = area.adjusted(0, 0, -room, 0);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    painter->restore();
}

QSize FilterDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return { 0, size::kRowHeight };
}

} // namespace temper

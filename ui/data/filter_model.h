// SPDX-License-Identifier: GPL-3.0-or-later
// The ways to look at a set's rows, each with how many there are.
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <array>
#include <cstdint>
#include <optional>

namespace temper {

class Theme;

enum class SetFilter { InUse, SetAside, Changed, All, Cut, Unusable };
inline constexpr int kSetFilters = static_cast<int>(SetFilter::Unusable) + 1;

QString filterName(SetFilter filter);
QString emptyWords(SetFilter filter, bool isSearched); // what stands in the list where no row is in it

class FilterModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { CountRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    void setCount(SetFilter filter, std::optional<std::uint64_t> count); // nothing: not counted
    std::optional<std::uint64_t> count(SetFilter filter) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::array<std::optional<std::uint64_t>, kSetFilters> m_counts;
};

class FilterDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit FilterDelegate(const Theme& theme, QObject* parent = nullptr);

    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// Models found on this machine as a list, and how a row of it looks.
#pragma once

#include "core/common/file/model_places.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <vector>

namespace temper {

class Theme;

class FoundModelList : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    void setModels(std::vector<FoundModel> models);
    const FoundModel* model(const QModelIndex& index) const; // nullptr: none

private:
    std::vector<FoundModel> m_models;
};

class FoundModelDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    FoundModelDelegate(const Theme& theme, QObject* parent);

    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace temper

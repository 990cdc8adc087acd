// SPDX-License-Identifier: GPL-3.0-or-later
// The models of the project as a list, and how a row of it looks.
#pragma once

#include "core/common/project/model_library.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <vector>

namespace temper {

class Theme;

class ModelList : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override; // the name, and state as its tool tip

    void setModels(std::vector<LibraryModel> models);
    const LibraryModel* model(const QModelIndex& index) const; // nullptr: none
    QModelIndex indexOf(const std::string& hash) const;

private:
    std::vector<LibraryModel> m_models;
};

class ModelDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    ModelDelegate(const Theme& theme, QObject* parent);

    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace temper

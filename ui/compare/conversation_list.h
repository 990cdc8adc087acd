// SPDX-License-Identifier: GPL-3.0-or-later
// The conversations of the project: open one again, remove one and take that back.
#pragma once

#include "core/common/project/conversation.h"

#include <QAbstractListModel>
#include <QList>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QToolButton;

namespace temper {

class Theme;

class ConversationListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { FileRole = Qt::UserRole, WhenRole };

    using QAbstractListModel::QAbstractListModel;

    void setEntries(const QList<ConversationEntry>& entries);
    QModelIndex indexOf(const std::filesystem::path& file) const;
    const ConversationEntry* entry(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<ConversationEntry> m_entries;
};

class ConversationList : public QWidget {
    Q_OBJECT
public:
    explicit ConversationList(const Theme& theme, QWidget* parent = nullptr);

    void setEntries(const QList<ConversationEntry>& entries);
    void setCurrent(const std::filesystem::path& file);
    void offerUndo(bool offered); // after a removal

Q_SIGNALS:
    void chosen(const std::filesystem::path& file);
    void removeAsked(const std::filesystem::path& file);
    void undoAsked();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(const QModelIndex& index);
    void removeCurrent();
    void retranslate();
    void restyle();

    const Theme& m_theme;
    ConversationListModel* m_model;
    std::filesystem::path m_current;
    QLabel* m_title;
    QToolButton* m_remove;
    QListView* m_list;
    QLabel* m_none;
    QWidget* m_undoRow;
    QLabel* m_removed;
    QPushButton* m_undo;
};

} // namespace temper

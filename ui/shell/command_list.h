// SPDX-License-Identifier: GPL-3.0-or-later
// The commands a few typed letters leave, the best first, and how each is drawn.
#pragma once

#include "ui/shell/command.h"
#include "ui/shell/fuzzy_match.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace temper {

class Theme;

class CommandList : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setCommands(QList<Command> commands);
    void filter(const QString& wanted);

    const Command& command(int row) const { return m_commands[m_shown[row].command]; }
    const QList<int>& foundLetters(int row) const { return m_shown[row].places; } // of title, then group

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Shown {
        qsizetype command = 0;
        int score = 0;
        QList<int> places;
    };

    QList<Command> m_commands;
    QList<Shown> m_shown;
};

class CommandDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    CommandDelegate(const Theme& theme, QObject* parent);

    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int paintShortcut(QPainter& painter, const QRect& area, const QKeySequence& shortcut) const;

    const Theme& m_theme;
};

} // namespace temper

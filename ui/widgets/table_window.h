// SPDX-License-Identifier: GPL-3.0-or-later
// What a painted view shows, as a table of words: for screen readers, for exact figures and to copy from.
#pragma once

#include <QDialog>
#include <QList>
#include <QStringList>
#include <functional>

namespace temper {

struct TableContent {
    QString title;
    QStringList columns;
    QList<QStringList> rows;
};

class TableWindow : public QDialog {
    Q_OBJECT
public:
    TableWindow(const TableContent& content, QWidget* parent);

    // An action of the view's context menu, with Ctrl+T while the view has the focus; its text is the view's
    // to set.
    static QAction* offer(QWidget& view, std::function<TableContent()> content);
};

} // namespace temper

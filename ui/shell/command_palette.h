// SPDX-License-Identifier: GPL-3.0-or-later
// The palette over the window: a field, and the commands that fit what is typed in it. Lies inside the
// window, so that input methods work in it as everywhere.
#pragma once

#include "ui/shell/command.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace temper {

class CommandList;
class Theme;

class CommandPalette : public QFrame {
    Q_OBJECT
public:
    CommandPalette(const Theme& theme, QWidget& window);

    void open(QList<Command> commands);
    void close(); // gives the focus back

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool takeKey(int key);
    void place();
    void filter(const QString& wanted);
    void run(int row);
    void retranslate();

    const Theme& m_theme;
    QWidget& m_window;
    QLineEdit* m_wanted;
    CommandList* m_list;
    QListView* m_view;
    QLabel* m_nothing;
    QPointer<QWidget> m_focusBefore;
};

} // namespace temper

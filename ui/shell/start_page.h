// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows while no project is open: the recent ones, New and Open.
#pragma once

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QStringListModel;
class QVBoxLayout;

namespace temper {

class EmptyState;
class Theme;

class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(const Theme& theme, QWidget* parent = nullptr);

    void setRecentProjects(const QStringList& folders);

Q_SIGNALS:
    void newProjectAsked();
    void openProjectAsked();
    void recentProjectAsked(const QString& folder);
    void forgetProjectAsked(const QString& folder);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeTitleRow();
    void makeList(const Theme& theme);
    void retranslate();

    QVBoxLayout* m_rows = nullptr;
    QLabel* m_title;
    QLabel* m_purpose;
    QLabel* m_group;
    QPushButton* m_new;
    QPushButton* m_open;
    QStackedWidget* m_stack;
    QListView* m_list;
    QStringListModel* m_folders;
    EmptyState* m_empty;
};

} // namespace temper

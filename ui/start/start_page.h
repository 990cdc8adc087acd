// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows while no project is open: the recent ones, New and Open, and examples to learn from.
#pragma once

#include "core/common/base/json.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace temper {

class EmptyState;
class ExampleGallery;
class NewProjectPanel;
class RecentList;
class Theme;

class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(const Theme& theme, QWidget* parent = nullptr);

    void setRecentProjects(const QStringList& folders);
    void showOverview();
    void beginNewProject();
    NewProjectPanel& newProjectPanel() { return *m_panel; }
    ExampleGallery& gallery() { return *m_gallery; }

Q_SIGNALS:
    void openProjectAsked();
    void newProjectCancelled(); // its overview is shown
    void recentProjectAsked(const QString& folder);
    void forgetProjectAsked(const QString& folder);
    // A project was made; `forTrain` is what the page Train takes to begin with it.
    void projectMade(const QString& folder, const temper::Json& forTrain);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeOverview();
    QLayout* makeTitleRow();
    QWidget* makeRecents();
    QWidget* makeNoRecents();
    void finish(const QString& folder, const Json& settings);
    void retranslate();

    const Theme& m_theme;
    QLabel* m_title;
    QLabel* m_purpose;
    QLabel* m_group;
    QPushButton* m_new;
    QPushButton* m_open;
    QStackedWidget* m_recents;
    RecentList* m_list;
    EmptyState* m_empty;
    ExampleGallery* m_gallery;
    NewProjectPanel* m_panel;
    QWidget* m_overview = nullptr;
    QBoxLayout* m_columns;
    QStackedWidget* m_stack;
    QWidget* m_centre;
};

} // namespace temper

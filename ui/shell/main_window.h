// SPDX-License-Identifier: GPL-3.0-or-later
// The window: menus, the rail of pages, the start page, and the status strip around them.
#pragma once

#include "core/common/base/json.h"
#include "ui/shell/open_project.h"
#include "ui/shell/page_id.h"

#include <QMainWindow>
#include <optional>

class QLabel;
class QStackedWidget;

namespace temper {

class InterfaceLanguage;
class MenuBar;
class Notice;
class Page;
class Preferences;
class Rail;
class StartPage;
class StepStrip;
class Theme;
class Workbench;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    // All three outlive the window.
    MainWindow(Theme& theme, InterfaceLanguage& language, Preferences& preferences);
    ~MainWindow() override;

    // Failures are told in the window, in place.
    void openProject(const QString& folder);
    void createProject(const QString& folder);
    void closeProject();
    bool hasProject() const { return m_project.has_value(); }

    const QList<Page*>& pages() const { return m_pages; }
    void showPage(int index);
    Workbench& workbench() { return *m_workbench; }

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void makeContent();
    void makeStatusStrip();
    void connectMenus();
    void connectPages();
    void connectWorkbench();
    void showPageWith(PageId id, const Json& what);
    void adopt(const OpenProject& project);
    void chooseNewProject();
    void chooseProject();
    void showStartPage();
    void refreshRecentProjects();
    void showAbout();
    void retranslate();

    Theme& m_theme;
    InterfaceLanguage& m_language;
    Preferences& m_preferences;
    std::optional<OpenProject> m_project;
    Workbench* m_workbench;
    QList<Page*> m_pages;
    MenuBar* m_menus;
    Rail* m_rail;
    StepStrip* m_steps;
    Notice* m_notice;
    QStackedWidget* m_stack;
    StartPage* m_startPage;
    QLabel* m_projectStatus;
    QLabel* m_pageStatus;
};

} // namespace temper

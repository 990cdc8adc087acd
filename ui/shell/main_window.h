// SPDX-License-Identifier: GPL-3.0-or-later
// The window: menus, the rail of pages, the start page, and the status strip around them.
#pragma once

#include "ui/shell/open_project.h"

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
class Theme;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    // All three outlive the window.
    MainWindow(Theme& theme, InterfaceLanguage& language, Preferences& preferences);

    // Failures are told in the window, in place.
    void openProject(const QString& folder);
    void createProject(const QString& folder);
    void closeProject();
    bool hasProject() const { return m_project.has_value(); }

    const QList<Page*>& pages() const { return m_pages; }
    void showPage(int index);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void makeContent();
    void makeStatusStrip();
    void connectMenus();
    void connectPages();
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
    QList<Page*> m_pages;
    MenuBar* m_menus;
    Rail* m_rail;
    Notice* m_notice;
    QStackedWidget* m_stack;
    StartPage* m_startPage;
    QLabel* m_projectStatus;
    QLabel* m_pageStatus;
};

} // namespace temper

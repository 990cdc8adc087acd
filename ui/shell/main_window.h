// SPDX-License-Identifier: GPL-3.0-or-later
// The window: menus, the rail of pages, the start page, and the status strip around them.
#pragma once

#include "core/common/base/json.h"
#include "ui/shell/interface_language.h"
#include "ui/shell/open_project.h"
#include "ui/shell/page_id.h"

#include <QMainWindow>
#include <functional>
#include <optional>

class QLabel;
class QScrollArea;
class QStackedWidget;

namespace temper {

class CommandDesk;
class ElidedLabel;
class EngineLight;
class MenuBar;
class Notice;
class Page;
class Preferences;
class ProjectPacking;
class Rail;
class StartPage;
class StepStrip;
class Theme;
class WorkStrip;
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
    void openPacked(const QString& archive, const QString& parent); // unpacks it below `parent` first
    bool hasProject() const { return m_project.has_value(); }

    const QList<Page*>& pages() const { return m_pages; }
    void showPage(int index);
    Workbench& workbench() { return *m_workbench; }
    void setLanguage(LanguageChoice choice);

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
    void adoptFrom(const std::function<OpenProject()>& open); // failures are told in place
    void adopt(const OpenProject& project);
    void chooseNewProject();
    void packProject();
    void takeFiles(const QStringList& files);
    void connectPacking();
    void showStartPage();
    void refreshRecentProjects();
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
    QString m_engineDeath; // what it said when the engine died; gone when the engine works again
    QStackedWidget* m_stack;
    QScrollArea* m_scroll; // for windows smaller than any page can be
    StartPage* m_startPage;
    ElidedLabel* m_projectStatus;
    EngineLight* m_engineLight;
    CommandDesk* m_commands;
    WorkStrip* m_work;
    ProjectPacking* m_packing;
    QLabel* m_pageStatus;
    int m_page = 0; // of the project, shown last
    QStringList m_statuses; // of the pages, in their order
};

} // namespace temper

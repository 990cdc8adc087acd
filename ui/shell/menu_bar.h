// SPDX-License-Identifier: GPL-3.0-or-later
// The menus with their shortcuts; says what the person asked for and does nothing itself.
#pragma once

#include "ui/shell/interface_language.h"
#include "ui/shell/theme/theme.h"

#include <QMenuBar>

class QActionGroup;
class QPushButton;

namespace temper {

class MenuBar : public QMenuBar {
    Q_OBJECT
public:
    explicit MenuBar(QWidget* parent = nullptr);

    void setRecentProjects(const QStringList& folders);
    void setTheme(ThemeChoice choice);
    void setLanguage(LanguageChoice choice);
    void setPages(const QStringList& titles); // Ctrl+1, Ctrl+2, … in the View menu
    void setProjectOpen(bool open);

Q_SIGNALS:
    void newProjectAsked();
    void openProjectAsked();
    void recentProjectAsked(const QString& folder);
    void openPackedAsked();
    void packProjectAsked();
    void closeProjectAsked();
    void commandsAsked(); // all that can be done, by name
    void quitAsked();
    void pageAsked(int index);
    void themeAsked(temper::ThemeChoice choice);
    void languageAsked(temper::LanguageChoice choice);
    void aboutAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeFileMenu();
    void makeViewMenu();
    void retranslate();

    QMenu* m_file;
    QMenu* m_recent;
    QMenu* m_view;
    QMenu* m_theme;
    QMenu* m_language;
    QMenu* m_help;
    QAction* m_new;
    QAction* m_open;
    QAction* m_openPacked;
    QAction* m_pack;
    QAction* m_close;
    QAction* m_quit;
    QAction* m_commands;
    QAction* m_about;
    QAction* m_pagesEnd;
    QActionGroup* m_themes;
    QActionGroup* m_languages;
    QList<QAction*> m_pages;
    QPushButton* m_find; // the same as m_commands, always seen
};

} // namespace temper

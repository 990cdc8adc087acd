// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers what can be done now for the command palette: the menus, the pages' buttons, and the things on the
// pages.
#pragma once

#include "core/common/base/json.h"
#include "ui/shell/command.h"
#include "ui/shell/page_id.h"

#include <QObject>

class QMenu;
class QWidget;

namespace temper {

class CommandPalette;
class MenuBar;
class Page;
class Theme;

class CommandDesk : public QObject {
    Q_OBJECT
public:
    // All outlive it; it is a child of the window.
    CommandDesk(const Theme& theme, QWidget& window, MenuBar& menus, const QList<Page*>& pages);

    void open(QWidget& shown); // the page that is shown, or the start page

Q_SIGNALS:
    void pageAsked(temper::PageId page, const temper::Json& what);

private:
    QList<Command> gather(QWidget& shown);
    void addMenu(QList<Command>& commands, const QString& group, const QMenu& menu);
    void addButtons(QList<Command>& commands, QWidget& place, Page* page);
    void addPlaces(QList<Command>& commands, Page& page);

    MenuBar& m_menus;
    QList<Page*> m_pages;
    CommandPalette* m_palette;
};

} // namespace temper

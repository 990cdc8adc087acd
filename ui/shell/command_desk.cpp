// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_desk.h"

#include "ui/shell/command_palette.h"
#include "ui/shell/menu_bar.h"
#include "ui/shell/page.h"

#include <QAbstractButton>
#include <QHash>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>

#include <functional>

namespace temper {

namespace {

// "&File", and "文件(&F)" as Chinese menus write it.
QString plainText(QString text)
{
    static const QRegularExpression bracketed(QStringLiteral("\\(&.\\)"));
    static const QRegularExpression mark(QStringLiteral("&(.)"));
    return text.remove(bracketed).replace(mark, QStringLiteral("\\1")).simplified();
}

QString nameOf(const QAbstractButton& button)
{
    const QString name = button.accessibleName().isEmpty() ? button.text() : button.accessibleName();
    return plainText(name.isEmpty() ? button.toolTip() : name);
}

QMenu* menuOf(const QAbstractButton& button)
{
    if (const auto* push = qobject_cast<const QPushButton*>(&button))
        return push->menu();
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    return tool ? tool->menu() : nullptr;
}

// Of commands with one name nobody could tell which is which.
void dropAmbiguous(QList<Command>& commands)
{
    QHash<QString, int> counts;
    for (const Command& command : commands)
        ++counts[command.title];
    commands.removeIf([&](const Command& command) { return counts.value(command.title) > 1; });
}

} // namespace

CommandDesk::CommandDesk(const Theme& theme, QWidget& window, MenuBar& menus, const QList<Page*>& pages)
    : QObject(&window)
    , m_menus(menus)
    , m_pages(pages)
    , m_palette(new CommandPalette(theme, window))
{
}

void CommandDesk::open(QWidget& shown)
{
    if (m_palette->isVisible())
        m_palette->close();
    else
        m_palette->open(gather(shown));
}

// What is nearest to the person first: this page, the places, the menus, the other pages.
QList<Command> CommandDesk::gather(QWidget& shown)
{
    QList<Command> commands;
    auto* page = qobject_cast<Page*>(&shown);
    addButtons(commands, shown, page);
    QList<Command> menus;
    for (const QAction* action : m_menus.actions()) {
        if (action->menu())
            addMenu(menus, plainText(action->text()), *action->menu());
    }
    commands += menus;
    if (!page)
        return commands;
    for (Page* each : m_pages)
        addPlaces(commands, *each);
    for (Page* other : m_pages) {
        if (other != page)
            addButtons(commands, *other, other);
    }
    return commands;
}

void CommandDesk::addMenu(QList<Command>& commands, const QString& group, const QMenu& menu)
{
    for (QAction* action : menu.actions()) {
        if (action->isSeparator() || !action->isEnabled() || !action->isVisible())
            continue;
        if (action->menu()) {
            addMenu(commands, plainText(action->text()), *action->menu());
            continue;
        }
        const QPointer<QAction> chosen(action);
        commands.append({ group, plainText(action->text()), {}, action->shortcut(), [chosen] {
                             if (chosen && chosen->isEnabled())
                                 chosen->trigger();
                         } });
    }
}

// Those that would be seen if the page were shown.
void CommandDesk::addButtons(QList<Command>& commands, QWidget& place, Page* page)
{
    QList<Command> found;
    const QString group = page ? page->title() : tr("Start");
    for (QAbstractButton* button : place.findChildren<QAbstractButton*>()) {
        if (!button->isEnabledTo(&place) || !button->isVisibleTo(&place))
            continue;
        if (const QMenu* menu = menuOf(*button)) {
            addMenu(found, group, *menu);
            continue;
        }
        const QString name = nameOf(*button);
        const QString more = button->toolTip() == name ? QString() : button->toolTip();
        const QPointer<QAbstractButton> chosen(button);
        if (!name.isEmpty())
            found.append({ group, name, more, button->shortcut(), [chosen] {
                              if (chosen && chosen->isEnabled())
                                  chosen->click();
                          } });
    }
    dropAmbiguous(found);
    for (Command& command : found) {
        if (page)
            command.run = [this, page, run = command.run] {
                Q_EMIT pageAsked(page->id(), Json::object());
                run();
            };
        commands.append(command);
    }
}

void CommandDesk::addPlaces(QList<Command>& commands, Page& page)
{
    for (const Place& place : page.places())
        commands.append({ place.kind, place.title, place.detail, {},
            [this, id = page.id(), what = place.what] { Q_EMIT pageAsked(id, what); } });
}

} // namespace temper

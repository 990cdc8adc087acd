// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/button_keys.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

namespace temper {

bool ButtonKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto& key = *static_cast<QKeyEvent*>(event);
    const bool isReturn = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    auto* button = qobject_cast<QAbstractButton*>(watched);
    const bool isCommand = qobject_cast<QPushButton*>(watched) || qobject_cast<QToolButton*>(watched);
    if (!isReturn || !isCommand || (key.modifiers() & ~Qt::KeypadModifier) || !button->isEnabled())
        return false;
    auto* tool = qobject_cast<QToolButton*>(watched);
    if (tool && tool->menu())
        tool->showMenu();
    else
        button->click();
    return true;
}

} // namespace temper

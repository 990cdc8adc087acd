// SPDX-License-Identifier: GPL-3.0-or-later
// One thing the window can do now, as the command palette offers it.
#pragma once

#include <QKeySequence>
#include <QString>
#include <functional>

namespace temper {

struct Command {
    QString group; // where it belongs: a menu, a page, a kind of thing
    QString title;
    QString detail; // what more there is to know of it
    QKeySequence shortcut;
    std::function<void()> run;
};

} // namespace temper

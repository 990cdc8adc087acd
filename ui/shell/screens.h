// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every page, light and dark, in both languages, for looking at without a display.
#pragma once

#include <QSize>
#include <QString>

class QApplication;

namespace temper {

struct ScreensWish {
    QString folder;
    QSize size { 1440, 900 }; // of the window, before the scale of the display
    QString look; // "light-en": that one alone; "dark": both languages; empty: all four
};

// Writes <page>-<light|dark>-<en|zh>.png of the start page and, where `project` names one, of each of its
// pages. Returns the exit code; failures are told on stderr.
int renderScreens(QApplication& application, const QString& project, const ScreensWish& wish);

} // namespace temper

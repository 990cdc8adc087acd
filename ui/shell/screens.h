// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every page, light and dark, in both languages, for looking at without a display.
#pragma once

#include <QString>

class QApplication;

namespace temper {

// Writes <page>-<light|dark>-<en|zh>.png of the start page and, where `project` names one, of each of its
// pages. Returns the exit code; failures are told on stderr.
int renderScreens(QApplication& application, const QString& project, const QString& folder);

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// The list of the window's pages, in the order of the work. A new page is one line here.
#pragma once

#include <QList>

namespace temper {

class Page;
class Theme;

// The pages belong to nobody yet; the main window puts them into its stack.
QList<Page*> makePages(Theme& theme);

} // namespace temper

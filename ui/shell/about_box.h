// SPDX-License-Identifier: GPL-3.0-or-later
// What Temper is, its version and its licences.
#pragma once

class QWidget;

namespace temper {

class Theme;

void showAbout(const Theme& theme, QWidget* window);

} // namespace temper

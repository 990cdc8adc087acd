// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt understands of the tokens: a palette for Fusion and a small style sheet on top of it.
#pragma once

#include "ui/shell/theme/tokens.h"

#include <QPalette>
#include <QString>

namespace temper {

QPalette schemePalette(Scheme scheme);

// resources/themes/temper.qss with @colour and @size names filled in.
QString schemeStyleSheet(Scheme scheme, bool chinese);

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// A round dot of one colour, as legends and states have it before their words.
#pragma once

#include <QColor>
#include <QPixmap>

namespace temper {

// `side`: logical pixels of the picture, which the dot fills; `ratio`: device pixels of one of them.
QPixmap colourDot(const QColor& colour, int side, qreal ratio);

} // namespace temper

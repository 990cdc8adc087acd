// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/colour_dot.h"

#include <QPainter>

namespace temper {

QPixmap colourDot(const QColor& colour, int side, qreal ratio)
{
    QPixmap dot(QSize(side, side) * ratio);
    dot.setDevicePixelRatio(ratio);
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(0, 0, side, side));
    return dot;
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a line icon (an SVG with currentColor) sharply at any size, in the colour of the theme.
#pragma once

#include <QColor>
#include <QIconEngine>

namespace temper {

class LineIconEngine : public QIconEngine {
public:
    LineIconEngine(QString name, const QColor& colour, const QColor& disabled);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine* clone() const override;

private:
    QString m_name;
    QColor m_colour;
    QColor m_disabled;
};

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme/icon_engine.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace temper {

LineIconEngine::LineIconEngine(QString name, const QColor& colour, const QColor& disabled)
    : m_name(std::move(name))
    , m_colour(colour)
    , m_disabled(disabled)
{
}

void LineIconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QColor colour = mode == QIcon::Disabled ? m_disabled : m_colour;
    QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
    renderer.render(painter, rect);
}

QPixmap LineIconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return pixmap;
}

QIconEngine* LineIconEngine::clone() const
{
    return new LineIconEngine(*this);
}

} // namespace temper

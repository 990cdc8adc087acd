// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/change_bar.h"

#include "ui/shell/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace temper {

namespace {
constexpr QSize kSize { 160, 16 };
constexpr double kRoom = 1.15; // beyond the farther end of the interval
constexpr double kDot = 4;
} // namespace

ChangeBar::ChangeBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setMinimumSize(kSize);
}

void ChangeBar::setChange(double change, double lower, double upper, Colour colour)
{
    m_change = change;
    m_lower = lower;
    m_upper = upper;
    m_colour = colour;
    update();
}

QSize ChangeBar::sizeHint() const
{
    return kSize;
}

void ChangeBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const double reach = kRoom * std::max({ std::abs(m_lower), std::abs(m_upper), 1e-12 });
    const auto at = [&](double value) { return kDot + (width() - 2 * kDot) * (value / reach + 1) / 2; };
    painter.setPen(QPen(m_theme.colour(Colour::Line), 1));
    painter.drawLine(QPointF(kDot, middle), QPointF(width() - kDot, middle));
    painter.setPen(QPen(m_theme.colour(Colour::FieldBorder), 1));
    painter.drawLine(QPointF(at(0), 1), QPointF(at(0), height() - 1));
    painter.setPen(QPen(m_theme.colour(m_colour), kDot, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(at(m_lower), middle), QPointF(at(m_upper), middle));
    painter.setPen(QPen(m_theme.colour(Colour::Surface), 1.5));
    painter.setBrush(m_theme.colour(m_colour));
    painter.drawEllipse(QPointF(at(m_change), middle), kDot + 1, kDot + 1);
}

} // namespace temper

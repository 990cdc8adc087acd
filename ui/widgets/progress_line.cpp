// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progress_line.h"

#include "ui/shell/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace temper {

namespace {
constexpr int kHeight = 3;
}

ProgressLine::ProgressLine(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(kHeight);
}

void ProgressLine::setFraction(double fraction)
{
    m_fraction = std::clamp(fraction, 0.0, 1.0);
    setAccessibleDescription(QStringLiteral("%1 %").arg(static_cast<int>(m_fraction * 100)));
    update();
}

void ProgressLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Colour::Line));
    painter.drawRoundedRect(rect(), 1.5, 1.5);
    painter.setBrush(m_theme.colour(Colour::Accent));
    painter.drawRoundedRect(QRectF(0, 0, width() * m_fraction, height()), 1.5, 1.5);
}

} // namespace temper

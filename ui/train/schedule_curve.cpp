// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/schedule_curve.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/number_text.h"

#include <QPainter>

#include <algorithm>

namespace temper {

namespace {
constexpr double kOutOfDateOpacity = 0.5; // while disabled
constexpr int kHeight = 72;
} // namespace

ScheduleCurve::ScheduleCurve(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(kHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ScheduleCurve::setSchedule(const Schedule& schedule)
{
    m_schedule = schedule;
    setAccessibleName(tr("Learning rate over %1 steps, at most %2")
                          .arg(NumberText::count(schedule.totalSteps), NumberText::value(schedule.peak)));
    update();
}

void ScheduleCurve::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(isEnabled() ? 1.0 : kOutOfDateOpacity);
    const QFont font = m_theme.font(TextRole::Small);
    painter.setFont(font);
    const int textHeight = QFontMetrics(font).height();
    const QRectF area(0.5, 4, width() - 1, height() - textHeight - size::kGrid - 4);
    painter.setPen(m_theme.colour(Colour::Line));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    if (m_schedule.totalSteps < 1 || m_schedule.peak <= 0)
        return;
    QPolygonF curve;
    const int columns = std::max(2, static_cast<int>(area.width()));
    for (int column = 0; column <= columns; ++column) {
        const auto step = static_cast<std::int64_t>(
            static_cast<double>(column) / columns * static_cast<double>(m_schedule.totalSteps));
        const double part = learningRate(m_schedule, step) / m_schedule.peak;
        curve.append({ area.left() + column * area.width() / columns, area.bottom() - part * area.height() });
    }
    painter.setPen(QPen(m_theme.colour(Colour::Accent), size::kChartLine));
    painter.drawPolyline(curve);
    painter.setPen(m_theme.colour(Colour::Faint));
    const QRect words = rect().adjusted(0, height() - textHeight, 0, 0);
    painter.drawText(words, Qt::AlignLeft, QStringLiteral("0"));
    painter.drawText(words, Qt::AlignRight, tr("%1 steps").arg(NumberText::count(m_schedule.totalSteps)));
    painter.drawText(words, Qt::AlignHCenter, tr("peak %1").arg(NumberText::value(m_schedule.peak)));
}

} // namespace temper

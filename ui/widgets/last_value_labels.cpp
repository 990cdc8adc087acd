// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/last_value_labels.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/plot.h"

#include <algorithm>
#include <cmath>

namespace temper {

namespace {
constexpr float kOpacity = 0.8F; // of the surface behind a label
}

LastValueLabels::LastValueLabels(QCustomPlot& plot, const Theme& theme)
    : m_plot(plot)
    , m_theme(theme)
{
}

void LastValueLabels::setSeries(const QList<ChartSeries>& all)
{
    for (const Label& label : m_labels)
        m_plot.removeItem(label.item);
    m_labels.clear();
    QColor behind = m_theme.colour(Colour::Surface);
    behind.setAlphaF(kOpacity);
    for (const ChartSeries& series : all) {
        const qsizetype last = lastFinite(shownValues(series));
        if (last < 0)
            continue;
        const double y = shownValues(series)[last];
        const QString value = NumberText::value(y);
        auto* item = new QCPItemText(&m_plot);
        item->setLayer(QStringLiteral("overlay"));
        item->setClipToAxisRect(false);
        item->setText(all.size() > 1 ? series.name + QLatin1Char(' ') + value : value);
        item->setFont(m_theme.font(TextRole::Small));
        item->setColor(m_theme.series(series.colourIndex));
        item->setBrush(behind);
        item->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        item->setPadding(QMargins(size::kGrid, 0, 0, 0));
        item->position->setTypeY(QCPItemPosition::ptAbsolute);
        m_labels.append({ item, series.x[last], y });
    }
}

void LastValueLabels::place()
{
    std::sort(m_labels.begin(), m_labels.end(), [](const Label& a, const Label& b) { return a.y < b.y; });
    const QFontMetrics metrics(m_theme.font(TextRole::Small));
    QList<QRectF> taken;
    for (const Label& label : m_labels) {
        QRectF area(0, 0, metrics.horizontalAdvance(label.item->text()) + size::kSmallGap, metrics.height());
        area.moveLeft(m_plot.xAxis->coordToPixel(label.x));
        const double lowest = m_plot.axisRect()->bottom() - area.height() / 2;
        area.moveBottom(std::min(m_plot.yAxis->coordToPixel(label.y), lowest) + area.height() / 2);
        for (const QRectF& other : taken) {
            if (area.intersects(other))
                area.moveBottom(other.top());
        }
        label.item->position->setCoords(label.x, area.center().y());
        label.item->setVisible(m_plot.xAxis->range().contains(label.x));
        taken.append(area);
    }
}

int LastValueLabels::room() const
{
    const QFontMetrics metrics(m_theme.font(TextRole::Small));
    const QCPRange shown = m_plot.xAxis->range();
    double room = metrics.horizontalAdvance(NumberText::count(std::llround(shown.upper))) / 2.0 + size::kGrid;
    const double around = m_plot.width() - m_plot.axisRect()->left(); // the axis and the room together
    for (const Label& label : m_labels) {
        const double reached = (label.x - shown.lower) / shown.size(); // share of the axis left of the label
        if (reached <= 0 || reached > 1)
            continue;
        const double needed = metrics.horizontalAdvance(label.item->text()) + size::kSmallGap;
        room = std::max(room, (needed - (1 - reached) * around) / reached);
    }
    return static_cast<int>(room);
}

} // namespace temper

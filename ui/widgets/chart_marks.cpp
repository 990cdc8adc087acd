// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chart_marks.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/plot.h"

namespace temper {

namespace {
constexpr double kRadius = 4.5;
}

ChartMarks::ChartMarks(QCustomPlot& plot, const Theme& theme)
    : m_plot(plot)
    , m_theme(theme)
{
}

void ChartMarks::setMarks(const QList<ChartMark>& marks)
{
    for (QCPAbstractItem* item : m_items)
        m_plot.removeItem(item);
    m_items.clear();
    for (const ChartMark& mark : marks)
        add(mark);
}

void ChartMarks::add(const ChartMark& mark)
{
    auto* point = new QCPItemTracer(&m_plot);
    point->setStyle(QCPItemTracer::tsCircle);
    point->setSize(2 * kRadius);
    point->setPen(QPen(m_theme.series(mark.colourIndex), size::kChartLine));
    point->setBrush(m_theme.colour(Colour::Surface));
    point->position->setCoords(mark.x, mark.y);
    auto* text = new QCPItemText(&m_plot);
    text->setText(mark.text);
    text->setFont(m_theme.font(TextRole::Small));
    text->setColor(m_theme.colour(Colour::Muted));
    text->setPositionAlignment(Qt::AlignHCenter | Qt::AlignBottom);
    text->position->setParentAnchor(point->position);
    text->position->setCoords(0, -2 * kRadius);
    m_items.append({ point, text });
}

} // namespace temper

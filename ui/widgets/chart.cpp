// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chart.h"

#include "ui/shell/theme/theme.h"
#include "ui/task/let_go.h"
#include "ui/widgets/chart_fit.h"
#include "ui/widgets/chart_ticker.h"
#include "ui/widgets/last_value_labels.h"
#include "ui/widgets/plot.h"
#include "ui/widgets/point_graph.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace temper {

namespace {

constexpr int kXTicks = 4;
constexpr int kYTicks = 4;
constexpr int kTopRoom = 12;
constexpr int kFewestColumns = 200;
constexpr double kZoomPerNotch = 0.85;
constexpr double kZoomPerKey = 0.7;

} // namespace

Chart::Chart(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_plot(new QCustomPlot)
    , m_lastValues(std::make_unique<LastValueLabels>(*m_plot, theme))
    , m_markItems(*m_plot, theme)
{
    setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(size::kFocusRing, size::kFocusRing, size::kFocusRing, size::kFocusRing);
    layout->addWidget(m_plot);
    makePlot();
    makeCrosshair();
    connect(&theme, &Theme::changed, this, &Chart::restyle);
    restyle();
}

Chart::~Chart() = default;

void Chart::makePlot()
{
    m_plot->setMouseTracking(true);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setAttribute(Qt::WA_OpaquePaintEvent, false);
    m_plot->setNoAntialiasingOnDrag(false);
    m_plot->setPlottingHint(QCP::phFastPolylines, true);
    m_plot->setPlottingHint(QCP::phImmediateRefresh, false); // all charts of a page are painted at once
    m_plot->installEventFilter(this);
    m_plot->setInteraction(QCP::iRangeDrag);
    m_plot->setInteraction(QCP::iRangeZoom);
    QCPAxisRect* area = m_plot->axisRect();
    area->setRangeDrag(Qt::Horizontal);
    area->setRangeZoom(Qt::Horizontal);
    area->setRangeZoomFactor(kZoomPerNotch);
    area->setAutoMargins(QCP::msLeft | QCP::msBottom);
    area->setMargins(QMargins(0, kTopRoom, 0, 0));
    area->setMinimumMargins(QMargins(28, 0, 0, 0));
    m_plot->xAxis->setTicker(QSharedPointer<ChartTicker>::create(kXTicks));
    m_plot->yAxis->setTicker(QSharedPointer<ChartTicker>::create(kYTicks));
    connect(m_plot, &QCustomPlot::afterLayout, this, [this] { m_lastValues->place(); });
    connect(m_plot->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
        [this](const QCPRange& range) {
            m_zoomed = true;
            fitY();
            fillGraphs();
            Q_EMIT xRangeChosen(range.lower, range.upper);
        });
}

void Chart::makeCrosshair()
{
    m_crosshairLine = new QCPItemStraightLine(m_plot);
    m_crosshairLine->setVisible(false);
    m_crosshairLine->setLayer(QStringLiteral("overlay")); // drawn anew without the curves
}

void Chart::restyle()
{
    m_plot->setBackground(m_theme.colour(Colour::Surface));
    const QPen hairline(m_theme.colour(Colour::Line), 1);
    for (QCPAxis* axis : { m_plot->xAxis, m_plot->yAxis }) {
        axis->setTickLabelFont(m_theme.font(TextRole::Small));
        axis->setTickLabelColor(m_theme.colour(Colour::Faint));
        axis->setLabelFont(m_theme.font(TextRole::Small));
        axis->setLabelColor(m_theme.colour(Colour::Faint));
        axis->setLabelPadding(0);
        axis->setPadding(0);
        axis->setNumberFormat(QStringLiteral("g"));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelPadding(size::kGrid);
        axis->setBasePen(Qt::NoPen);
        axis->grid()->setPen(hairline);
        axis->grid()->setZeroLinePen(hairline);
    }
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->xAxis->setBasePen(QPen(m_theme.colour(Colour::StrongLine), 1));
    m_crosshairLine->setPen(QPen(m_theme.colour(Colour::Faint), 1, Qt::DashLine));
    m_markItems.setMarks(m_marks);
    rebuildGraphs();
}

void Chart::setTexts(const ChartTexts& texts)
{
    m_texts = texts;
    m_plot->xAxis->setLabel(texts.xTitle);
    setAccessibleName(texts.title);
    setAccessibleDescription(lastValuesText(m_series, m_texts.xTitle));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void Chart::setSeries(QList<ChartSeries> series)
{
    QList<ChartSeries> before = std::exchange(m_series, std::move(series));
    std::transform(m_series.begin(), m_series.end(), m_series.begin(), prepared);
    rebuildGraphs();
    setAccessibleDescription(lastValuesText(m_series, m_texts.xTitle));
    letGo(std::move(before));
    Q_EMIT seriesChanged();
}

void Chart::setMarks(const QList<ChartMark>& marks)
{
    if (m_marks == marks)
        return;
    m_marks = marks;
    m_markItems.setMarks(marks);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void Chart::setXEnd(double end)
{
    m_xEnd = end;
}

void Chart::setStartsAtZero(bool startsAtZero)
{
    m_startsAtZero = startsAtZero;
}

void Chart::setYScale(AxisScale scale)
{
    m_yScale = scale;
    if (scale == AxisScale::Logarithmic) {
        m_plot->yAxis->setScaleType(QCPAxis::stLogarithmic);
        m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    } else {
        m_plot->yAxis->setScaleType(QCPAxis::stLinear);
        m_plot->yAxis->setTicker(QSharedPointer<ChartTicker>::create(kYTicks));
    }
    fitY();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void Chart::setXScale(AxisScale scale)
{
    if (m_xScale == scale)
        return;
    m_xScale = scale;
    const bool logarithmic = scale == AxisScale::Logarithmic;
    m_plot->xAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_zoomed = false; // after the axis has changed its range by itself
    QSharedPointer<QCPAxisTicker> ticker = QSharedPointer<ChartTicker>::create(kXTicks);
    m_plot->xAxis->setTicker(logarithmic ? QSharedPointer<QCPAxisTickerLog>::create() : ticker);
    fitAxes();
    fillGraphs();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void Chart::rebuildGraphs()
{
    m_plot->clearGraphs();
    for (const ChartSeries& series : m_series) {
        const QColor colour = m_theme.series(series.colourIndex);
        if (!series.smoothed.isEmpty()) {
            QColor pale = colour;
            pale.setAlphaF(static_cast<float>(size::kRawOpacity));
            QCPGraph* raw = m_plot->addGraph();
            raw->setPen(QPen(pale, 1));
            raw->removeFromLegend();
        }
        QCPGraph* line = series.shape == SeriesShape::LineWithPoints
            ? new PointGraph(m_plot->xAxis, m_plot->yAxis, colour)
            : m_plot->addGraph();
        line->setName(series.name);
        line->setPen(QPen(colour, size::kChartLine));
    }
    m_lastValues->setSeries(m_series);
    fitAxes();
    fillGraphs();
    setCrosshair(m_crosshair);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

// Only as many points as the chart has pixels for; the series itself stays whole.
void Chart::fillGraphs()
{
    const QCPRange shown = m_plot->xAxis->range();
    const int columns = std::max(kFewestColumns, m_plot->width());
    int graph = 0;
    const auto fill = [&](const Points& whole, const BlockExtremes& blocks) {
        const Points points = thinned(whole, { blocks, shown.lower, shown.upper, columns, m_xScale });
        m_plot->graph(graph++)->setData(points.x, points.y, true);
    };
    for (const ChartSeries& series : m_series) {
        fill({ series.x, series.y }, series.rawBlocks);
        if (!series.smoothed.isEmpty())
            fill({ series.x, series.smoothed }, series.smoothedBlocks);
    }
}

void Chart::makeRoomAtTheRight()
{
    QMargins margins = m_plot->axisRect()->margins();
    margins.setRight(m_lastValues->room());
    m_plot->axisRect()->setMargins(margins);
}

void Chart::fitAxes()
{
    if (!m_zoomed) {
        const ValueRange whole = wholeXRange(m_series, m_xEnd, m_xScale);
        const QSignalBlocker quiet(m_plot->xAxis);
        m_plot->xAxis->setRange(whole.lower, whole.upper);
    }
    fitY();
}

void Chart::fitY()
{
    const QCPRange shown = m_plot->xAxis->range();
    ValueRange range = shownYRange(m_series, shown.lower, shown.upper);
    if (m_startsAtZero)
        range.lower = std::min(0.0, range.lower);
    makeRoomAtTheRight();
    if (m_yScale == AxisScale::Logarithmic) {
        const double floor = range.lower > 0 ? range.lower : std::max(range.upper, 1e-12) * 1e-4;
        m_plot->yAxis->setRange(floor * 0.95, std::max(range.upper, floor) * 1.05);
    } else {
        const ValueRange whole = wholeSteps(range, kYTicks);
        m_plot->yAxis->setRange(whole.lower, whole.upper);
    }
    const QCPRange y = m_plot->yAxis->range();
    m_outside = range.outside > 0
        ? temper::pointsOutside(m_series, shown.lower, shown.upper, { y.lower, y.upper, 0 })
        : 0;
    Q_EMIT fitted();
}

void Chart::setCrosshair(std::optional<double> x)
{
    m_crosshair = x;
    const QString reading = x ? readingAt(m_series, m_texts.xTitle, *x) : QString();
    m_crosshairLine->setVisible(!reading.isEmpty());
    if (!reading.isEmpty()) {
        m_crosshairLine->point1->setCoords(*x, 0);
        m_crosshairLine->point2->setCoords(*x, 1);
    }
    Q_EMIT readingChanged(reading);
    if (isVisible())
        m_plot->layer(QStringLiteral("overlay"))->replot();
    else
        m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void Chart::setXRange(double lower, double upper)
{
    m_zoomed = true;
    const QSignalBlocker quiet(m_plot->xAxis);
    m_plot->xAxis->setRange(lower, upper);
    fitY();
    fillGraphs();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void Chart::zoomBy(double factor)
{
    const QCPRange shown = m_plot->xAxis->range();
    const double centre = m_crosshair && shown.contains(*m_crosshair) ? *m_crosshair : shown.center();
    m_plot->xAxis->scaleRange(factor, centre);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void Chart::resetZoom()
{
    m_zoomed = false;
    fitAxes();
    fillGraphs();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

bool Chart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_plot)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::MouseMove) {
        const double x = m_plot->xAxis->pixelToCoord(static_cast<QMouseEvent*>(event)->position().x());
        setCrosshair(x);
        Q_EMIT crosshairMoved(x);
    } else if (event->type() == QEvent::Leave) {
        setCrosshair(std::nullopt);
        Q_EMIT crosshairMoved(std::nullopt);
    } else if (event->type() == QEvent::MouseButtonDblClick) {
        resetZoom();
        Q_EMIT zoomReset();
        return true;
    } else if (event->type() == QEvent::MouseButtonPress) {
        setFocus(Qt::MouseFocusReason);
    }
    return QWidget::eventFilter(watched, event);
}

void Chart::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Left)
        moveCrosshairToStep(-1);
    else if (event->key() == Qt::Key_Right)
        moveCrosshairToStep(1);
    else if (!zoomByKey(event->key()))
        QWidget::keyPressEvent(event);
}

bool Chart::zoomByKey(int key)
{
    if (key == Qt::Key_Plus || key == Qt::Key_Equal) {
        zoomBy(kZoomPerKey);
    } else if (key == Qt::Key_Minus) {
        zoomBy(1 / kZoomPerKey);
    } else if (key == Qt::Key_Home || key == Qt::Key_0) {
        resetZoom();
        Q_EMIT zoomReset();
    } else {
        return false;
    }
    return true;
}

void Chart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    makeRoomAtTheRight();
    fillGraphs();
}

void Chart::moveCrosshairToStep(int direction)
{
    if (m_series.isEmpty() || m_series.first().x.isEmpty())
        return;
    const QList<double>& x = m_series.first().x;
    const qsizetype place = m_crosshair ? nearestPlace(x, *m_crosshair) + direction : x.size() - 1;
    const double at = x[std::clamp<qsizetype>(place, 0, x.size() - 1)];
    setCrosshair(at);
    setAccessibleDescription(readingAt(m_series, m_texts.xTitle, at));
    Q_EMIT crosshairMoved(at);
}

void Chart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void Chart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void Chart::paintEvent(QPaintEvent*)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour(Colour::Accent), size::kFocusRing));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), size::kGrid, size::kGrid);
}

QSize Chart::sizeHint() const
{
    return { 320, 170 };
}

QSize Chart::minimumSizeHint() const
{
    return { 160, 100 };
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_charts.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/chart_card.h"
#include "ui/widgets/smoothing.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QSlider>

#include <algorithm>

namespace temper {

namespace {

constexpr int kSmoothingSteps = 99; // hundredths
constexpr int kFirstSmoothing = 60;
constexpr int kSliderWidth = 120;
constexpr double kBytesPerGigabyte = 1e9;

QList<double> scaled(const QList<double>& values, double factor)
{
    QList<double> result;
    result.reserve(values.size());
    std::transform(
        values.begin(), values.end(), std::back_inserter(result), [factor](double v) { return v * factor; });
    return result;
}

} // namespace

RunCharts::RunCharts(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_history(std::make_shared<const RunHistory>())
    , m_loss(new ChartCard(theme))
    , m_gradNorm(new ChartCard(theme))
    , m_learningRate(new ChartCard(theme))
    , m_memory(new ChartCard(theme))
    , m_speed(new ChartCard(theme))
    , m_cards { m_loss, m_gradNorm, m_learningRate, m_memory, m_speed }
    , m_smoothingLabel(makeLabel(LabelRole::Muted))
    , m_smoothing(new QSlider(Qt::Horizontal))
    , m_logarithmic(new QPushButton)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kGap);
    layout->addWidget(makeControls());
    layout->addWidget(makeCards(theme), 1);
    for (ChartCard* card : m_cards)
        connectChart(card);
    for (ChartCard* card : { m_learningRate, m_memory, m_speed, m_gradNorm })
        card->chart().setStartsAtZero(true);
    retranslate();
}

QWidget* RunCharts::makeControls()
{
    m_smoothing->setRange(0, kSmoothingSteps);
    m_smoothing->setValue(kFirstSmoothing);
    m_smoothing->setFixedWidth(kSliderWidth);
    m_logarithmic->setCheckable(true);
    m_logarithmic->setProperty("role", QLatin1String("toggle"));
    connect(m_smoothing, &QSlider::valueChanged, this, &RunCharts::showSmoothing);
    connect(m_logarithmic, &QPushButton::toggled, this,
        [this](bool on) { m_loss->chart().setYScale(on ? AxisScale::Logarithmic : AxisScale::Linear); });
    auto* controls = new QWidget;
    auto* row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kSmallGap);
    row->addWidget(m_smoothingLabel);
    row->addWidget(m_smoothing);
    row->addSpacing(size::kSmallGap);
    row->addWidget(m_logarithmic);
    row->addStretch();
    return controls;
}

QWidget* RunCharts::makeCards(const Theme&)
{
    auto* cards = new QWidget;
    auto* grid = new QGridLayout(cards);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(size::kGap);
    grid->addWidget(m_loss, 0, 0, 1, 2);
    grid->addWidget(m_gradNorm, 0, 2);
    grid->addWidget(m_learningRate, 1, 0);
    grid->addWidget(m_memory, 1, 1);
    grid->addWidget(m_speed, 1, 2);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    grid->setRowStretch(0, 5);
    grid->setRowStretch(1, 4);
    return cards;
}

void RunCharts::connectChart(ChartCard* card)
{
    connect(card, &ChartCard::failed, this, &RunCharts::failed);
    connect(&card->chart(), &Chart::crosshairMoved, this, [this, card](std::optional<double> x) {
        for (ChartCard* other : m_cards) {
            if (other != card)
                other->chart().setCrosshair(x);
        }
    });
    connect(&card->chart(), &Chart::xRangeChosen, this, [this, card](double lower, double upper) {
        for (ChartCard* other : m_cards) {
            if (other != card)
                other->chart().setXRange(lower, upper);
        }
    });
    connect(&card->chart(), &Chart::zoomReset, this, &RunCharts::resetZoom);
}

void RunCharts::setHistory(std::shared_ptr<const RunHistory> history)
{
    m_history = std::move(history);
    for (ChartCard* card : m_cards)
        card->chart().setXEnd(static_cast<double>(m_history->totalSteps));
    showLoss();
    showOthers();
}

void RunCharts::resetZoom()
{
    for (ChartCard* card : m_cards)
        card->chart().resetZoom();
}

double RunCharts::smoothingWeight() const
{
    return m_smoothing->value() / 100.0;
}

void RunCharts::showLoss()
{
    ChartSeries train { tr("training"), 0, m_history->step, m_history->loss, {}, SeriesShape::Line };
    if (smoothingWeight() > 0)
        train.smoothed = smoothed(train.y, smoothingWeight());
    QList<ChartSeries> series { std::move(train) };
    if (!m_history->evalStep.isEmpty())
        series.append({ tr("evaluation"), 1, m_history->evalStep, m_history->evalLoss, {},
            SeriesShape::LineWithPoints });
    m_loss->chart().setSeries(std::move(series));
}

void RunCharts::showOthers()
{
    const QList<double>& step = m_history->step;
    m_gradNorm->chart().setSeries(
        { { tr("gradient norm"), 0, step, m_history->gradNorm, {}, SeriesShape::Line } });
    m_learningRate->chart().setSeries(
        { { tr("learning rate"), 0, step, m_history->learningRate, {}, SeriesShape::Line } });
    m_memory->chart().setSeries({ { tr("memory"), 0, step,
        scaled(m_history->memoryBytes, 1 / kBytesPerGigabyte), {}, SeriesShape::Line } });
    m_speed->chart().setSeries(
        { { tr("tokens per second"), 0, step, m_history->tokensPerSecond, {}, SeriesShape::Line } });
}

void RunCharts::showSmoothing()
{
    m_smoothingLabel->setText(tr("Smoothing %1").arg(smoothingWeight(), 0, 'f', 2));
    showLoss();
}

void RunCharts::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunCharts::retranslate()
{
    const QString step = tr("step");
    m_loss->setTexts({ tr("Loss"), step, tr("loss per token") }, tr("training, evaluation · per token"));
    m_gradNorm->setTexts({ tr("Gradient norm"), step, tr("gradient norm") }, tr("before clipping"));
    m_learningRate->setTexts({ tr("Learning rate"), step, tr("learning rate") }, QString());
    m_memory->setTexts({ tr("Memory"), step, tr("resident memory in GB") }, tr("GB resident"));
    m_speed->setTexts({ tr("Tokens per second"), step, tr("tokens per second") }, tr("real tokens"));
    m_logarithmic->setText(tr("Log y"));
    m_logarithmic->setToolTip(tr("Logarithmic axis for the loss"));
    m_smoothing->setAccessibleName(tr("Smoothing of the loss"));
    showSmoothing();
    showOthers();
}

} // namespace temper

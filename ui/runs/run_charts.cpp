// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_charts.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/chart_card.h"
#include "ui/widgets/engine_words.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QButtonGroup>
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
constexpr int kColumns = 3;
constexpr qsizetype kPointsAtOnce = 50'000; // more are prepared off the GUI thread

} // namespace

RunCharts::RunCharts(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_axes(new QButtonGroup(this))
    , m_smoothingLabel(makeLabel(LabelRole::Muted))
    , m_smoothing(new QSlider(Qt::Horizontal))
    , m_preparation(this)
{
    for (ChartCard*& card : m_cards) {
        card = new ChartCard(theme);
        connectChart(card);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kGap);
    layout->addWidget(makeControls());
    layout->addWidget(makeCards(), 1);
    for (const RunMeasure measure :
        { RunMeasure::LearningRate, RunMeasure::Memory, RunMeasure::Speed, RunMeasure::GradNorm })
        card(measure).chart().setStartsAtZero(true);
    retranslate();
}

QPushButton* RunCharts::addToggle(QLayout& row)
{
    auto* toggle = new QPushButton;
    toggle->setCheckable(true);
    toggle->setProperty("role", QLatin1String("toggle"));
    row.addWidget(toggle);
    return toggle;
}

QWidget* RunCharts::makeControls()
{
    auto* controls = new QWidget;
    auto* row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kSmallGap);
    for (const RunAxis axis : { RunAxis::Steps, RunAxis::Minutes, RunAxis::Tokens })
        m_axes->addButton(addToggle(*row), static_cast<int>(axis));
    m_axes->button(static_cast<int>(RunAxis::Steps))->setChecked(true);
    connect(m_axes, &QButtonGroup::idClicked, this, [this](int id) { setAxis(static_cast<RunAxis>(id)); });
    row->addSpacing(size::kGap);
    m_smoothing->setRange(0, kSmoothingSteps);
    m_smoothing->setValue(kFirstSmoothing);
    m_smoothing->setFixedWidth(kSliderWidth);
    connect(m_smoothing, &QSlider::valueChanged, this, &RunCharts::showSmoothing);
    row->addWidget(m_smoothingLabel);
    row->addWidget(m_smoothing);
    row->addSpacing(size::kGap);
    m_logarithmicY = addToggle(*row);
    m_logarithmicX = addToggle(*row);
    const auto scaleOf = [](bool on) { return on ? AxisScale::Logarithmic : AxisScale::Linear; };
    connect(m_logarithmicY, &QPushButton::toggled, this, [this, scaleOf](bool on) {
        for (const RunMeasure measure : { RunMeasure::Loss, RunMeasure::EvaluationLoss })
            card(measure).chart().setYScale(scaleOf(on));
    });
    connect(m_logarithmicX, &QPushButton::toggled, this, [this, scaleOf](bool on) {
        for (ChartCard* card : m_cards)
            card->chart().setXScale(scaleOf(on));
    });
    row->addStretch();
    return controls;
}

QWidget* RunCharts::makeCards()
{
    auto* cards = new QWidget;
    m_grid = new QGridLayout(cards);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(size::kGap);
    for (int column = 0; column < kColumns; ++column)
        m_grid->setColumnStretch(column, 1);
    m_grid->setRowStretch(0, 5);
    m_grid->setRowStretch(1, 4);
    arrangeCards();
    return cards;
}

// The loss of one run is as wide as two charts and shows the evaluation too; of several, each has its own.
void RunCharts::arrangeCards()
{
    m_grid->addWidget(&card(RunMeasure::Loss), 0, 0, 1, m_overlaid ? 1 : 2);
    if (m_overlaid)
        m_grid->addWidget(&card(RunMeasure::EvaluationLoss), 0, 1);
    card(RunMeasure::EvaluationLoss).setVisible(m_overlaid);
    m_grid->addWidget(&card(RunMeasure::GradNorm), 0, 2);
    m_grid->addWidget(&card(RunMeasure::LearningRate), 1, 0);
    m_grid->addWidget(&card(RunMeasure::Memory), 1, 1);
    m_grid->addWidget(&card(RunMeasure::Speed), 1, 2);
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

void RunCharts::setRuns(QList<ChartedRun> runs)
{
    m_runs = std::move(runs);
    if (m_overlaid != (m_runs.size() > 1)) {
        m_overlaid = !m_overlaid;
        arrangeCards();
        retranslate();
    }
    showEnds();
    showAll();
}

void RunCharts::resetZoom()
{
    for (ChartCard* card : m_cards)
        card->chart().resetZoom();
}

SeriesOptions RunCharts::options() const
{
    return { m_smoothing->value() / 100.0, m_axis };
}

void RunCharts::showEnds()
{
    std::int64_t last = 0;
    for (const ChartedRun& run : m_runs)
        last = std::max(last, run.history->totalSteps);
    for (ChartCard* card : m_cards)
        card->chart().setXEnd(m_axis == RunAxis::Steps ? static_cast<double>(last) : 0);
}

void RunCharts::showAll()
{
    m_preparation.cancel();
    if (RunSeries::points(m_runs) <= kPointsAtOnce)
        return showSeries(RunSeries::all(m_runs, options(), {}));
    m_preparation.start([runs = m_runs, chosen = options()](
                            const std::stop_token& stop) { return RunSeries::all(runs, chosen, stop); },
        [this](const QList<QList<ChartSeries>>& measures) { showSeries(measures); },
        [this](const Error& error) { Q_EMIT failed(EngineWords::error(error)); });
}

void RunCharts::showSeries(const QList<QList<ChartSeries>>& measures)
{
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        if (m_cards[i]->isVisibleTo(this))
            m_cards[i]->chart().setSeries(measures[static_cast<qsizetype>(i)]);
    }
    markBest();
}

void RunCharts::markBest()
{
    QList<ChartMark> marks;
    const Chart& loss = card(RunMeasure::Loss).chart();
    if (m_runs.size() == 1 && loss.series().size() == 2) {
        const ChartSeries& evaluation = loss.series().last();
        const RunHistory& history = *m_runs.first().history;
        const qsizetype best = history.bestEvaluation();
        if (best >= 0 && best < evaluation.x.size() && best + 1 < evaluation.x.size())
            marks.append({ evaluation.x[best], evaluation.y[best],
                tr("best %1 · step %2")
                    .arg(NumberText::value(evaluation.y[best]),
                        NumberText::count(static_cast<std::int64_t>(history.evalStep[best]))),
                evaluation.colourIndex });
    }
    card(RunMeasure::Loss).chart().setMarks(marks);
}

void RunCharts::setAxis(RunAxis axis)
{
    m_axis = axis;
    for (ChartCard* card : m_cards)
        card->chart().setCrosshair(std::nullopt);
    showEnds();
    retranslate();
    showAll();
    resetZoom();
}

void RunCharts::showSmoothing()
{
    m_smoothingLabel->setText(tr("Smoothing %1").arg(options().smoothing, 0, 'f', 2));
    showAll();
}

void RunCharts::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QString RunCharts::axisTitle() const
{
    switch (m_axis) {
    case RunAxis::Steps:
        return tr("step");
    case RunAxis::Minutes:
        return tr("minute");
    case RunAxis::Tokens:
        return tr("token");
    }
    return {};
}

void RunCharts::retranslate()
{
    const QString x = axisTitle();
    const QString lossNote = m_overlaid ? tr("training · per token") : tr("training, evaluation · per token");
    card(RunMeasure::Loss).setTexts({ tr("Loss"), x, tr("loss per token") }, lossNote);
    card(RunMeasure::EvaluationLoss)
        .setTexts({ tr("Evaluation loss"), x, tr("loss per token") }, tr("held-out rows · per token"));
    card(RunMeasure::GradNorm)
        .setTexts({ tr("Gradient norm"), x, tr("gradient norm") }, tr("before clipping"));
    card(RunMeasure::LearningRate).setTexts({ tr("Learning rate"), x, tr("learning rate") }, QString());
    card(RunMeasure::Memory).setTexts({ tr("Memory"), x, tr("resident memory in GB") }, tr("GB resident"));
    card(RunMeasure::Speed)
        .setTexts({ tr("Tokens per second"), x, tr("tokens per second") }, tr("real tokens"));
    m_axes->button(static_cast<int>(RunAxis::Steps))->setText(tr("Steps"));
    m_axes->button(static_cast<int>(RunAxis::Minutes))->setText(tr("Time"));
    m_axes->button(static_cast<int>(RunAxis::Tokens))->setText(tr("Tokens"));
    m_axes->button(static_cast<int>(RunAxis::Minutes))
        ->setToolTip(tr("Minutes of training, without pauses and interruptions"));
    m_logarithmicY->setText(tr("Log y"));
    m_logarithmicY->setToolTip(tr("Logarithmic axis for the loss"));
    m_logarithmicX->setText(tr("Log x"));
    m_logarithmicX->setToolTip(tr("Logarithmic axis for steps, time or tokens"));
    m_smoothing->setAccessibleName(tr("Smoothing of the loss"));
    showSmoothing();
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/estimate_panel.h"

#include "ui/shell/theme/theme.h"
#include "ui/train/lever_list.h"
#include "ui/train/memory_bar.h"
#include "ui/train/schedule_curve.h"
#include "ui/widgets/colour_dot.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace temper {

namespace {

constexpr int kWidth = 288;
constexpr int kKindDot = 9;
constexpr int kLinkPadding = 2; // above the text of a link, beside which other texts stand

QGridLayout* makeGrid(QWidget* box)
{
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(size::kSmallGap);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

EstimatePanel::EstimatePanel(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_total(makeLabel(LabelRole::Title))
    , m_free(makeLabel(LabelRole::Small))
    , m_bar(new MemoryBar(theme))
    , m_kinds(new QWidget)
    , m_levers(new LeverList)
    , m_curve(new ScheduleCurve(theme))
{
    auto* inside = new QWidget;
    inside->setAutoFillBackground(false);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(0, 0, size::kGap, 0);
    m_column->setSpacing(size::kGap);
    m_ready = makeSection();
    m_fit = makeSection();
    m_save = makeSection();
    m_save.content->addWidget(m_levers);
    connect(m_levers, &LeverList::chosen, this, &EstimatePanel::leverChosen);
    m_run = makeSection();
    m_schedule = makeSection();
    makeFitSection();
    m_schedule.content->addWidget(m_curve);
    m_column->addStretch(1);
    setWidget(inside);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setFixedWidth(kWidth);
    setFocusPolicy(Qt::NoFocus);
    connect(&theme, &Theme::changed, this, [this] { setState(m_state); });
    retranslate();
}

EstimatePanel::Section EstimatePanel::makeSection()
{
    Section section { new QWidget, makeLabel(LabelRole::Group), nullptr };
    section.content = new QVBoxLayout(section.box);
    section.content->setContentsMargins(0, 0, 0, 0);
    section.content->setSpacing(size::kGrid + 2);
    section.content->addWidget(section.title);
    m_column->addWidget(section.box);
    return section;
}

void EstimatePanel::makeFitSection()
{
    auto* line = new QHBoxLayout;
    line->addWidget(m_total);
    line->addStretch(1);
    line->addWidget(m_free, 0, Qt::AlignBottom);
    m_fit.content->addLayout(line);
    m_fit.content->addWidget(m_bar);
    m_fit.content->addSpacing(2);
    m_fit.content->addWidget(m_kinds);
}

void EstimatePanel::setState(const PanelState& state)
{
    m_state = state;
    showReady();
    showFit();
    showLevers();
    showRun();
}

// Everything below the section's title.
void EstimatePanel::clear(Section& section)
{
    while (section.content->count() > 1) {
        QLayoutItem* item = section.content->takeAt(1);
        delete item->widget();
        delete item;
    }
}

void EstimatePanel::addTick(const QString& text, Mark mark)
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kSmallGap);
    auto* icon = new QLabel;
    const bool good = mark == Mark::Good;
    icon->setPixmap(m_theme
                        .icon(good ? QStringLiteral("done") : QStringLiteral("warning"),
                            good ? Colour::Good : Colour::Warn)
                        .pixmap(size::kSmallIcon));
    auto* words = makeLabel(LabelRole::Small);
    words->setWordWrap(true);
    words->setText(text);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    m_ready.content->addWidget(line);
}

void EstimatePanel::addOpenPoint(const OpenPoint& point)
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kSmallGap);
    auto* icon = new QLabel;
    icon->setPixmap(m_theme.icon(QStringLiteral("warning"), Colour::Warn).pixmap(size::kSmallIcon));
    icon->setContentsMargins(0, kLinkPadding, 0, 0);
    auto* words = makeLabel(LabelRole::Base);
    words->setWordWrap(true);
    words->setContentsMargins(0, kLinkPadding, 0, kLinkPadding);
    words->setText(point.sentence);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    if (!point.key.isEmpty()) {
        auto* jump = new QPushButton(tr("Show"));
        jump->setProperty("role", QLatin1String("link"));
        jump->setAccessibleName(tr("Show %1").arg(point.key));
        jump->setCursor(Qt::PointingHandCursor);
        connect(jump, &QPushButton::clicked, this, [this, key = point.key] { Q_EMIT jumpAsked(key); });
        row->addWidget(jump, 0, Qt::AlignTop);
    }
    m_ready.content->addWidget(line);
}

void EstimatePanel::showReady()
{
    clear(m_ready);
    const bool ready = m_state.open.isEmpty();
    m_ready.title->setText(ready ? tr("Ready") : tr("Before it can start"));
    for (const OpenPoint& point : m_state.open)
        addOpenPoint(point);
    if (!ready)
        return;
    addTick(m_state.runs > 1 ? tr("%1 runs, one for each combination of the lists").arg(m_state.runs)
                             : tr("All settings fit together"));
    if (!hasFigures() || m_state.outOfDate)
        return;
    const Estimate& estimate = *m_state.estimate;
    addTick(estimate.rows == 1
            ? tr("1 row, %1 trained tokens").arg(NumberText::count(estimate.supervisedTokens))
            : tr("%1 rows, %2 trained tokens")
                  .arg(NumberText::count(estimate.rows), NumberText::count(estimate.supervisedTokens)));
    if (estimate.evaluationRows > 0)
        addTick(tr("%1 rows held out for evaluation").arg(NumberText::count(estimate.evaluationRows)));
    if (estimate.truncatedRows > 0)
        addTick(tr("%1 rows are longer than the cutoff and will be cut")
                    .arg(NumberText::count(estimate.truncatedRows)),
            Mark::Mind);
    if (estimate.unusableRows > 0)
        addTick(tr("%1 rows cannot be used").arg(NumberText::count(estimate.unusableRows)), Mark::Mind);
    addTick(tr("Memory and disk suffice"));
}

bool EstimatePanel::hasFigures() const
{
    return m_state.estimate && m_state.estimate->hasFigures();
}

void EstimatePanel::addFigure(QGridLayout& grid,
    const QString& name,
    const QString& figure,
    const QPixmap& dot)
{
    const int row = grid.rowCount();
    auto* title = makeLabel(LabelRole::Base);
    title->setText(name);
    auto* value = makeLabel(LabelRole::Base);
    value->setText(figure);
    if (!dot.isNull()) {
        auto* mark = new QLabel;
        mark->setPixmap(dot);
        grid.addWidget(mark, row, 0);
    }
    grid.addWidget(title, row, dot.isNull() ? 0 : 1, 1, dot.isNull() ? 2 : 1);
    grid.addWidget(value, row, 2, Qt::AlignRight);
}

void EstimatePanel::showFit()
{
    const bool known = hasFigures();
    m_fit.box->setVisible(known || !m_state.failure.isEmpty() || m_state.outOfDate);
    delete m_kinds;
    m_kinds = new QWidget;
    m_fit.content->addWidget(m_kinds);
    QGridLayout* grid = makeGrid(m_kinds);
    m_bar->setVisible(known);
    m_free->setVisible(known);
    m_total->setVisible(known);
    if (!known) {
        auto* words = makeLabel(LabelRole::Small);
        words->setWordWrap(true);
        words->setText(m_state.outOfDate ? tr("Computing memory, steps and time…") : m_state.failure);
        grid->addWidget(words, 0, 0, 1, 3);
        m_fit.box->setEnabled(true);
        return;
    }
    const Estimate& estimate = *m_state.estimate;
    m_total->setText(NumberText::bytes(estimate.totalBytes));
    m_free->setText(tr("of %1 free").arg(NumberText::bytes(estimate.freeBytes)));
    m_bar->setEstimate(estimate);
    for (const auto& [kind, bytes] : estimate.memory)
        addFigure(*grid, MemoryKind::title(kind), NumberText::bytes(bytes),
            colourDot(m_theme.colour(MemoryKind::colour(kind)), kKindDot, devicePixelRatioF()));
    m_fit.box->setEnabled(!m_state.outOfDate);
}

void EstimatePanel::showLevers()
{
    const bool known = hasFigures() && !m_state.estimate->levers.empty();
    m_save.box->setVisible(known);
    m_save.box->setEnabled(!m_state.outOfDate);
    if (!known)
        return;
    const bool tight = m_state.estimate->totalBytes > m_state.estimate->freeBytes;
    m_save.title->setText(tight ? tr("What would make it fit") : tr("What would save memory"));
    m_levers->setEstimate(*m_state.estimate);
}

void EstimatePanel::showRun()
{
    clear(m_run);
    const bool known = hasFigures();
    m_run.box->setVisible(known);
    m_schedule.box->setVisible(known);
    if (!known)
        return;
    const Estimate& estimate = *m_state.estimate;
    auto* figures = new QWidget;
    QGridLayout* grid = makeGrid(figures);
    m_run.content->addWidget(figures);
    addFigure(*grid, tr("Steps"), NumberText::count(estimate.totalSteps));
    if (estimate.stepsPerEpoch > 0)
        addFigure(*grid, tr("Epochs"),
            QString::number(
                static_cast<double>(estimate.totalSteps) / static_cast<double>(estimate.stepsPerEpoch), 'g',
                3));
    addFigure(*grid, tr("Tokens an epoch"), NumberText::count(estimate.tokens));
    if (estimate.trainable > 0)
        addFigure(*grid, tr("Trained numbers"), NumberText::count(estimate.trainable));
    if (estimate.seconds)
        addFigure(*grid, m_state.runs > 1 ? tr("Time of each run") : tr("Time"),
            tr("about %1").arg(NumberText::duration(*estimate.seconds)));
    if (estimate.diskBytes > 0)
        addFigure(*grid, tr("Disk"),
            tr("%1 of %2 free")
                .arg(NumberText::bytes(estimate.diskBytes), NumberText::bytes(estimate.freeDiskBytes)));
    m_curve->setSchedule(makeSchedule(m_state.recipe, estimate.totalSteps));
    m_run.box->setEnabled(!m_state.outOfDate);
    m_schedule.box->setEnabled(!m_state.outOfDate);
}

void EstimatePanel::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EstimatePanel::retranslate()
{
    m_fit.title->setText(tr("Will it fit"));
    m_run.title->setText(tr("The run"));
    m_schedule.title->setText(tr("Learning rate"));
    setState(m_state);
}

} // namespace temper

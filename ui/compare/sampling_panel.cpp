// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/sampling_panel.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QRandomGenerator>
#include <QToolButton>
#include <QVBoxLayout>

#include <limits>

namespace temper {

namespace {

constexpr int kFieldWidth = 80;
constexpr int kMostTokens = 8192;
constexpr int kFirstSeed = 7;
constexpr int kMostSeed = std::numeric_limits<int>::max();

} // namespace

SamplingPanel::SamplingPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout)
    , m_title(makeLabel(LabelRole::Group))
    , m_temperature(addNumber(0, 2, 0.1))
    , m_topK(addCount(0, 1000))
    , m_topP(addNumber(0.01, 1, 0.05))
    , m_minP(addNumber(0, 0.99, 0.05))
    , m_repetition(addNumber(1, 2, 0.05))
    , m_length(addCount(1, kMostTokens))
    , m_seed(addCount(0, kMostSeed))
    , m_newSeed(new QToolButton)
{
    m_newSeed->setIconSize(QSize(size::kSmallIcon, size::kSmallIcon));
    m_newSeed->setFocusPolicy(Qt::TabFocus);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(size::kGrid);
    m_grid->setVerticalSpacing(size::kGrid + 2);
    m_grid->setColumnStretch(0, 1);
    m_grid->addWidget(m_newSeed, static_cast<int>(m_rows.size()) - 1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kSmallGap);
    layout->addWidget(m_title);
    layout->addLayout(m_grid);
    SamplingChoice first;
    first.seed = kFirstSeed;
    setSampling(first);
    connect(m_newSeed, &QToolButton::clicked, this, &SamplingPanel::drawSeed);
    connect(m_temperature, &QDoubleSpinBox::valueChanged, this, &SamplingPanel::showUnused);
    connect(&theme, &Theme::changed, this,
        [this] { m_newSeed->setIcon(m_theme.icon(QStringLiteral("new-seed"))); });
    m_newSeed->setIcon(theme.icon(QStringLiteral("new-seed")));
    retranslate();
}

QDoubleSpinBox* SamplingPanel::addNumber(double least, double most, double step)
{
    auto* field = new QDoubleSpinBox;
    field->setDecimals(2);
    field->setRange(least, most);
    field->setSingleStep(step);
    addRow(field);
    return field;
}

QSpinBox* SamplingPanel::addCount(int least, int most)
{
    auto* field = new QSpinBox;
    field->setRange(least, most);
    addRow(field);
    return field;
}

void SamplingPanel::addRow(QWidget* field)
{
    auto* label = makeLabel(LabelRole::Base);
    label->setBuddy(field);
    auto* spin = qobject_cast<QAbstractSpinBox*>(field);
    spin->setAlignment(Qt::AlignRight);
    spin->setFixedWidth(kFieldWidth);
    const auto row = static_cast<int>(m_rows.size());
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(field, row, 2);
    m_rows.append({ label, field });
}

SamplingChoice SamplingPanel::sampling() const
{
    SamplingChoice sampling;
    sampling.temperature = m_temperature->value();
    sampling.topK = m_topK->value();
    sampling.topP = m_topP->value();
    sampling.minP = m_minP->value();
    sampling.repetitionPenalty = m_repetition->value();
    sampling.maxNewTokens = m_length->value();
    sampling.seed = static_cast<std::uint64_t>(m_seed->value());
    return sampling;
}

void SamplingPanel::setSampling(const SamplingChoice& sampling)
{
    m_temperature->setValue(sampling.temperature);
    m_topK->setValue(sampling.topK);
    m_topP->setValue(sampling.topP);
    m_minP->setValue(sampling.minP);
    m_repetition->setValue(sampling.repetitionPenalty);
    m_length->setValue(sampling.maxNewTokens);
    m_seed->setValue(static_cast<int>(std::min<std::uint64_t>(sampling.seed, kMostSeed)));
    showUnused();
}

void SamplingPanel::drawSeed()
{
    m_seed->setValue(QRandomGenerator::global()->bounded(kMostSeed));
}

// At temperature 0 the most probable token is taken, and these change nothing.
void SamplingPanel::showUnused()
{
    const bool draws = m_temperature->value() > 0;
    for (QWidget* field : { static_cast<QWidget*>(m_topK), static_cast<QWidget*>(m_topP),
             static_cast<QWidget*>(m_minP), static_cast<QWidget*>(m_seed), static_cast<QWidget*>(m_newSeed) })
        field->setEnabled(draws);
}

void SamplingPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SamplingPanel::nameRow(int row, const QString& name, const QString& explanation)
{
    m_rows[row].label->setText(name);
    m_rows[row].label->setToolTip(explanation);
    m_rows[row].field->setToolTip(explanation);
    m_rows[row].field->setAccessibleName(name);
    m_rows[row].field->setAccessibleDescription(explanation);
}

void SamplingPanel::retranslate()
{
    m_title->setText(tr("Sampling, both sides"));
    nameRow(
        0, tr("Temperature"), tr("0 always takes the most probable token; higher values draw more freely."));
    nameRow(1, tr("Top-k"), tr("Draws from this many most probable tokens only; 0 is off."));
    nameRow(
        2, tr("Top-p"), tr("Draws from the most probable tokens that together hold this share; 1 is off."));
    nameRow(3, tr("Min-p"), tr("Leaves out tokens less probable than this share of the best one; 0 is off."));
    nameRow(4, tr("Repetition penalty"), tr("Above 1, tokens that have occurred become less likely."));
    nameRow(5, tr("Max new tokens"), tr("The longest an answer may become."));
    nameRow(6, tr("Seed"), tr("The same seed gives the same answer again."));
    m_newSeed->setToolTip(tr("New seed"));
    m_newSeed->setAccessibleName(tr("New seed"));
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/probe_card.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QEvent>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace temper {

namespace {
constexpr int kPromptWidth = 280;
constexpr int kAnswerHeight = 72;
constexpr int kPromptCharacters = 40;
} // namespace

ProbeCard::ProbeCard(const Theme& theme, QWidget* parent)
    : Card(theme, parent)
    , m_prompt(new QComboBox)
    , m_step(new QComboBox)
    , m_firstHeading(makeLabel(LabelRole::Group))
    , m_firstText(makeLabel(LabelRole::Base))
    , m_laterHeading(makeLabel(LabelRole::Group))
    , m_laterText(makeLabel(LabelRole::Base))
{
    m_prompt->setFixedWidth(kPromptWidth);
    m_prompt->setMinimumContentsLength(kPromptCharacters);
    m_step->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    addToTitleRow(m_prompt);
    addToTitleRow(m_step);
    auto* row = new QHBoxLayout;
    row->setSpacing(size::kWideGap);
    row->addWidget(makeAnswer(m_firstHeading, m_firstText), 1);
    m_later = makeAnswer(m_laterHeading, m_laterText);
    row->addWidget(m_later, 1);
    content()->addLayout(row);
    connect(m_prompt, &QComboBox::currentIndexChanged, this, [this] {
        fillSteps();
        showAnswers();
    });
    connect(m_step, &QComboBox::currentIndexChanged, this, &ProbeCard::showAnswers);
    retranslate();
}

QWidget* ProbeCard::makeAnswer(QLabel* heading, QLabel* text)
{
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFixedHeight(kAnswerHeight);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(text);
    scroll->viewport()->setAutoFillBackground(false);
    text->setAutoFillBackground(false);
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kGrid);
    layout->addWidget(heading);
    layout->addWidget(scroll);
    return column;
}

void ProbeCard::setProbes(const QList<ProbeAnswer>& probes)
{
    if (probes == m_probes)
        return;
    m_probes = probes;
    fillPrompts();
    fillSteps();
    showAnswers();
}

void ProbeCard::fillPrompts()
{
    const QVariant chosen = m_prompt->currentData();
    const QSignalBlocker quiet(m_prompt);
    m_prompt->clear();
    for (const ProbeAnswer& probe : m_probes) {
        const auto index = static_cast<qlonglong>(probe.index);
        if (m_prompt->findData(index) < 0)
            m_prompt->addItem(probe.prompt.simplified(), index);
    }
    m_prompt->setCurrentIndex(std::max(0, m_prompt->findData(chosen)));
}

void ProbeCard::fillSteps()
{
    const bool atLast = m_step->currentIndex() == m_step->count() - 1;
    const QVariant chosen = m_step->currentData();
    const QSignalBlocker quiet(m_step);
    m_step->clear();
    for (const ProbeAnswer& probe : answersOfPrompt())
        m_step->addItem(tr("step %1").arg(NumberText::count(probe.step)), static_cast<qlonglong>(probe.step));
    const int kept = atLast ? -1 : m_step->findData(chosen);
    m_step->setCurrentIndex(kept >= 0 ? kept : m_step->count() - 1);
}

QList<ProbeAnswer> ProbeCard::answersOfPrompt() const
{
    const std::int64_t index = m_prompt->currentData().toLongLong();
    QList<ProbeAnswer> answers;
    for (const ProbeAnswer& probe : m_probes) {
        if (probe.index == index)
            answers.append(probe);
    }
    return answers;
}

void ProbeCard::showAnswers()
{
    const QList<ProbeAnswer> answers = answersOfPrompt();
    const int chosen = m_step->currentIndex();
    if (answers.isEmpty() || chosen < 0)
        return;
    const ProbeAnswer& first = answers.first();
    const ProbeAnswer& later = answers[chosen];
    m_firstHeading->setText(
        first.step == 0 ? tr("Base model") : tr("Step %1").arg(NumberText::count(first.step)));
    m_firstText->setText(first.answer);
    m_laterHeading->setText(tr("Step %1").arg(NumberText::count(later.step)));
    m_laterText->setText(later.answer);
    m_later->setVisible(later.step != first.step);
}

void ProbeCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProbeCard::retranslate()
{
    setTitle(tr("Probe"));
    m_prompt->setAccessibleName(tr("Prompt"));
    m_step->setAccessibleName(tr("Answer at step"));
    fillSteps();
    showAnswers();
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/probe_card.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/elided_combo.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

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
    , m_theme(theme)
    , m_prompt(new ElidedCombo)
    , m_firstStep(new QComboBox)
    , m_step(new QComboBox)
    , m_firstText(makeLabel(LabelRole::Base))
    , m_laterText(makeLabel(LabelRole::Base))
{
    m_prompt->setFixedWidth(kPromptWidth);
    m_prompt->setMinimumContentsLength(kPromptCharacters);
    for (QComboBox* steps : { m_firstStep, m_step })
        steps->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    addToTitleRow(m_prompt);
    auto* row = new QHBoxLayout;
    row->setSpacing(size::kWideGap);
    row->addWidget(makeAnswer(m_firstStep, m_firstText), 1);
    m_later = makeAnswer(m_step, m_laterText);
    row->addWidget(m_later, 1);
    content()->addLayout(row);
    connect(m_prompt, &QComboBox::currentIndexChanged, this, [this] {
        fillSteps();
        showAnswers();
    });
    for (QComboBox* steps : { m_firstStep, m_step })
        connect(steps, &QComboBox::currentIndexChanged, this, &ProbeCard::showAnswers);
    connect(&theme, &Theme::changed, this, &ProbeCard::showAnswers);
    retranslate();
}

QWidget* ProbeCard::makeAnswer(QWidget* heading, QLabel* text)
{
    text->setTextFormat(Qt::RichText);
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
    layout->addWidget(heading, 0, Qt::AlignLeft);
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
    for (QComboBox* steps : { m_firstStep, m_step }) {
        const QVariant chosen = steps->currentData();
        const QSignalBlocker quiet(steps);
        steps->clear();
        for (const ProbeAnswer& probe : answersOfPrompt())
            steps->addItem(
                probe.step == 0 ? tr("Base model") : tr("Step %1").arg(NumberText::count(probe.step)),
                static_cast<qlonglong>(probe.step));
        const int kept = steps == m_step && atLast ? -1 : steps->findData(chosen);
        steps->setCurrentIndex(kept >= 0 ? kept : steps == m_step ? steps->count() - 1 : 0);
    }
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

// Answers are foreign text: escaped, so that nothing in them is taken for markup.
QString
ProbeCard::markedHtml(const std::string& text, const std::vector<WordPlace>& marked, Colour colour) const
{
    const auto part = [&](std::size_t begin, std::size_t end) {
        return QString::fromStdString(text.substr(begin, end - begin))
            .toHtmlEscaped()
            .replace(QLatin1Char('\n'), QLatin1String("<br>"));
    };
    const QString mark = QStringLiteral("<span style=\"color:%1; text-decoration:underline\">%2</span>");
    QString html;
    std::size_t place = 0;
    for (const WordPlace& span : marked) {
        html += part(place, span.begin) + mark.arg(m_theme.colour(colour).name(), part(span.begin, span.end));
        place = span.end;
    }
    return html + part(place, text.size());
}

void ProbeCard::showAnswers()
{
    const QList<ProbeAnswer> answers = answersOfPrompt();
    const int first = m_firstStep->currentIndex();
    const int later = m_step->currentIndex();
    if (first < 0 || later < 0 || std::max(first, later) >= answers.size())
        return;
    const std::string left = answers[first].answer.toStdString();
    const std::string right = answers[later].answer.toStdString();
    WordDifference difference = wordDifference(left, right);
    const bool tooGreat = difference.isTooGreatToMark();
    setNote(tooGreat ? tr("%1 words of %2 and %3 in common")
                           .arg(difference.commonWords)
                           .arg(difference.leftWords)
                           .arg(difference.rightWords)
                     : tr("changed words are underlined"));
    if (tooGreat)
        difference = {};
    m_firstText->setText(markedHtml(left, difference.onlyLeft, Colour::Muted));
    m_laterText->setText(markedHtml(right, difference.onlyRight, Colour::AccentText));
    m_firstText->setAccessibleName(answers[first].answer);
    m_laterText->setAccessibleName(answers[later].answer);
    m_later->setVisible(answers.size() > 1);
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
    m_firstStep->setAccessibleName(tr("Earlier answer"));
    m_step->setAccessibleName(tr("Later answer"));
    fillSteps();
    showAnswers();
}

} // namespace temper

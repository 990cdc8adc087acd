// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/verdict_card.h"

#include "ui/runs/change_bar.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/engine_words.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QVBoxLayout>

#include <cmath>

namespace temper {

namespace {

constexpr double kNoticeable = 0.02; // of the general perplexity

bool hasEnded(RunState state)
{
    return state == RunState::Done || state == RunState::Stopped;
}

QString signedText(double value)
{
    const QString text = NumberText::value(std::abs(value));
    return (value < 0 ? QString(QChar(0x2212)) : QStringLiteral("+")) + text;
}

} // namespace

VerdictCard::VerdictCard(const Theme& theme, QWidget* parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_icon(new QLabel)
    , m_word(makeLabel(LabelRole::Section))
    , m_sentence(makeLabel(LabelRole::Muted))
    , m_bar(new ChangeBar(theme))
    , m_reading(this)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(size::kWideGap);
    auto* words = new QVBoxLayout;
    words->setSpacing(size::kGrid);
    auto* first = new QHBoxLayout;
    first->setSpacing(size::kSmallGap);
    first->addWidget(m_icon);
    first->addWidget(m_word, 1);
    words->addLayout(first);
    m_sentence->setWordWrap(true);
    words->addWidget(m_sentence, 1, Qt::AlignTop);
    row->addLayout(words, 5);
    m_loss = addFigure(*row, 3);
    m_change = addFigure(*row, 4);
    m_change.column->insertWidget(2, m_bar);
    m_general = addFigure(*row, 4);
    content()->addLayout(row);
    connect(&theme, &Theme::changed, this, &VerdictCard::showVerdict);
    hide();
}

VerdictCard::Figure VerdictCard::addFigure(QHBoxLayout& row, int stretch)
{
    const Figure figure { makeLabel(LabelRole::Group), makeLabel(LabelRole::Section),
        makeLabel(LabelRole::Muted), new QVBoxLayout };
    figure.column->setSpacing(size::kGrid);
    figure.value->setTextFormat(Qt::RichText);
    for (QLabel* label : { figure.heading, figure.value, figure.note })
        figure.column->addWidget(label);
    figure.column->addStretch();
    row.addLayout(figure.column, stretch);
    return figure;
}

void VerdictCard::setRun(const RunEntry* entry)
{
    const bool ended = entry && hasEnded(entry->summary.state);
    const QString run = entry ? QString::fromStdString(entry->summary.run.id()) : QString();
    const RunState state = entry ? entry->summary.state : RunState::Queued;
    if (run == m_run && state == m_state)
        return;
    m_run = run;
    m_state = state;
    m_reading.cancel();
    m_verdict.reset();
    hide();
    if (!ended)
        return;
    m_reading.start([folder = entry->summary.run](const std::stop_token&) { return readVerdict(folder); },
        [this](const std::optional<Verdict>& verdict) {
            m_verdict = verdict;
            showVerdict();
            setVisible(verdict.has_value());
        },
        [this](const Error& error) { Q_EMIT failed(EngineWords::error(error)); });
}

QString VerdictCard::outcomeWord() const
{
    switch (m_verdict->outcome) {
    case Outcome::Better:
        return tr("Better on held-out rows");
    case Outcome::NoDifference:
        return tr("No difference on held-out rows");
    case Outcome::Worse:
        return tr("Worse on held-out rows");
    case Outcome::TooFewRows:
        return tr("Too few held-out rows to judge");
    }
    return {};
}

QString VerdictCard::outcomeIcon() const
{
    switch (m_verdict->outcome) {
    case Outcome::Better:
        return QStringLiteral("done");
    case Outcome::Worse:
        return QStringLiteral("warning");
    case Outcome::NoDifference:
    case Outcome::TooFewRows:
        return QStringLiteral("stopped");
    }
    return {};
}

Colour VerdictCard::outcomeColour() const
{
    switch (m_verdict->outcome) {
    case Outcome::Better:
        return Colour::Good;
    case Outcome::Worse:
        return Colour::Bad;
    case Outcome::NoDifference:
    case Outcome::TooFewRows:
        return Colour::Muted;
    }
    return Colour::Muted;
}

QString VerdictCard::arrow(double base, double tuned) const
{
    return QStringLiteral("<span style=\"color:%1\">%2</span> → <span style=\"color:%3\">%4</span>")
        .arg(m_theme.colour(Colour::BaseModel).name(), NumberText::value(base),
            m_theme.colour(Colour::AccentText).name(), NumberText::value(tuned));
}

void VerdictCard::showVerdict()
{
    if (!m_verdict)
        return;
    const Verdict& verdict = *m_verdict;
    m_icon->setPixmap(m_theme.icon(outcomeIcon(), outcomeColour()).pixmap(size::kIcon));
    m_word->setText(outcomeWord());
    const double change = verdict.tuned - verdict.base;
    const double percent = verdict.base > 0 ? 100 * std::abs(change) / verdict.base : 0;
    const QString rows = NumberText::count(static_cast<std::int64_t>(verdict.rows));
    const QString more = NumberText::value(percent);
    if (verdict.outcome == Outcome::TooFewRows)
        m_sentence->setText(tr("A judgement needs at least %1 rows that are not trained on; raise val_size.")
                                .arg(kFewestRowsForVerdict));
    else if (change < 0)
        m_sentence->setText(
            tr("Its loss is %1 % lower than the base model's on %2 rows it was not trained on.")
                .arg(more, rows));
    else
        m_sentence->setText(
            tr("Its loss is %1 % higher than the base model's on %2 rows it was not trained on.")
                .arg(more, rows));
    m_loss.heading->setText(tr("Held-out loss"));
    m_loss.value->setText(arrow(verdict.base, verdict.tuned));
    m_loss.note->setText(tr("base → tuned, per token"));
    m_change.heading->setText(tr("Change"));
    m_change.value->setText(signedText(change));
    m_change.note->setText(
        tr("95 % interval %1 … %2").arg(signedText(verdict.changeLower), signedText(verdict.changeUpper)));
    m_bar->setChange(change, verdict.changeLower, verdict.changeUpper, outcomeColour());
    m_bar->setVisible(verdict.outcome != Outcome::TooFewRows);
    m_change.note->setVisible(verdict.outcome != Outcome::TooFewRows);
    showForgetting();
    setAccessibleName(m_word->text());
    setAccessibleDescription(m_sentence->text());
}

void VerdictCard::showForgetting()
{
    const auto& before = m_verdict->generalBase;
    const auto& after = m_verdict->generalTuned;
    const bool known = before && after;
    for (QLabel* label : { m_general.heading, m_general.value, m_general.note })
        label->setVisible(known);
    if (!known)
        return;
    m_general.heading->setText(tr("General perplexity"));
    m_general.heading->setToolTip(
        tr("On a short general text that no run trains on: where it rises, the model forgets."));
    m_general.value->setText(arrow(*before, *after));
    const double change = *after / *before - 1;
    const QString percent = signedText(100 * change);
    m_general.note->setText(change > kNoticeable ? tr("%1 %: forgets some of what it knew").arg(percent)
            : change < -kNoticeable              ? tr("%1 %: nothing forgotten").arg(percent)
                                                 : tr("as before: nothing forgotten"));
}

void VerdictCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showVerdict();
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/transcript.h"

#include "ui/compare/dialogue.h"
#include "ui/shell/theme/theme.h"

#include <QScrollBar>
#include <QVBoxLayout>

namespace temper {

Transcript::Transcript(const Theme& theme, Dialogue& dialogue, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_dialogue(dialogue)
    , m_column(new QVBoxLayout)
{
    auto* content = new QWidget;
    content->setLayout(m_column);
    content->setAutoFillBackground(false);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(size::kWideGap);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &Transcript::followEnd);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        m_atEnd = verticalScrollBar()->sliderPosition() >= verticalScrollBar()->maximum();
        Q_EMIT nothingPointedAt();
    });
    connect(&dialogue, &Dialogue::replaced, this, &Transcript::rebuild);
    connect(&dialogue, &Dialogue::turnAdded, this, &Transcript::addTurn);
    connect(&dialogue, &Dialogue::answerChanged, this, &Transcript::showAnswer);
}

void Transcript::setLook(const AnswerLook& look)
{
    m_look = look;
    for (TurnView* turn : std::as_const(m_turns))
        turn->setLook(look);
}

void Transcript::rebuild()
{
    qDeleteAll(m_turns);
    m_turns.clear();
    while (m_turns.size() < static_cast<qsizetype>(m_dialogue.conversation().turns.size()))
        addTurn();
}

void Transcript::addTurn()
{
    const auto index = static_cast<int>(m_turns.size());
    auto* turn = new TurnView(m_theme);
    m_turns.append(turn);
    turn->setPrompt(
        QString::fromStdString(m_dialogue.conversation().turns[static_cast<std::size_t>(index)].prompt));
    turn->setLook(m_look);
    m_column->addWidget(turn, 1);
    connect(turn, &TurnView::regenerateAsked, this, &Transcript::regenerateAsked);
    connect(turn, &TurnView::tokenPointedAt, this, &Transcript::tokenPointedAt);
    connect(turn, &TurnView::nothingPointedAt, this, &Transcript::nothingPointedAt);
    for (const Side side : kSides)
        showAnswer(index, side);
    limitRegeneration();
    m_atEnd = true;
}

void Transcript::showAnswer(int turn, Side side)
{
    if (turn < 0 || turn >= m_turns.size())
        return;
    const bool last = turn + 1 == m_turns.size();
    const bool answering = last && m_dialogue.isAnswering(side);
    m_turns[turn]->card(side)->showAnswer(
        m_dialogue.conversation().turns[static_cast<std::size_t>(turn)].answers[side], answering,
        answering ? m_dialogue.phase(side) : QString());
}

// An earlier answer is what the later ones were given on, so only the last turn can be answered anew; it also
// takes what room is left.
void Transcript::limitRegeneration()
{
    for (TurnView* turn : std::as_const(m_turns)) {
        const bool last = turn == m_turns.last();
        for (const Side side : kSides)
            turn->card(side)->setCanRegenerate(last);
        m_column->setStretchFactor(turn, last ? 1 : 0);
    }
}

void Transcript::followEnd()
{
    if (m_atEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void Transcript::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    Q_EMIT nothingPointedAt();
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/turn_view.h"

#include "core/common/data/word_difference.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QVBoxLayout>

namespace temper {

TurnView::TurnView(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_promptWord(makeLabel(LabelRole::Faint))
    , m_prompt(new ForeignText(theme))
    , m_shared(makeLabel(LabelRole::Faint))
{
    auto* asked = new QFrame;
    asked->setProperty("role", QLatin1String("surface"));
    auto* prompt = new QHBoxLayout(asked);
    prompt->setContentsMargins(size::kGap, size::kSmallGap, size::kGap, size::kSmallGap);
    prompt->setSpacing(size::kGap);
    prompt->addWidget(m_promptWord, 0, Qt::AlignTop);
    prompt->addWidget(m_prompt, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(size::kGroupGap);
    for (const Side side : kSides) {
        auto* card = new AnswerCard(theme, side);
        m_cards[side] = card;
        row->addWidget(card, 1);
        connect(card, &AnswerCard::regenerateAsked, this, [this, side] { Q_EMIT regenerateAsked(side); });
        connect(card, &AnswerCard::textShown, this, &TurnView::compare);
        connect(card, &AnswerCard::nothingPointedAt, this, &TurnView::nothingPointedAt);
        connect(card, &AnswerCard::tokenPointedAt, this,
            [this, card](const AnswerToken& token, const QRect& place) {
                Q_EMIT tokenPointedAt(token, QRect(card->mapToGlobal(place.topLeft()), place.size()));
            });
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kGap);
    layout->addWidget(asked);
    layout->addLayout(row, 1);
    layout->addWidget(m_shared);
    m_shared->hide();
    retranslate();
}

void TurnView::setPrompt(const QString& prompt)
{
    m_prompt->showText(prompt, TextForm::Plain);
}

void TurnView::setLook(const AnswerLook& look)
{
    m_look = look;
    for (const Side side : kSides)
        m_cards[side]->setLook(look);
}

bool TurnView::isComparable(Side side) const
{
    const AnswerCard* card = m_cards[side];
    return card->answer() && !card->isAnswering() && !card->answer()->text.empty()
        && card->answer()->end != AnswerEnd::Failed;
}

void TurnView::compare()
{
    WordDifference difference;
    if (m_look.marks == AnswerMarks::Difference && isComparable(Side::Left) && isComparable(Side::Right))
        difference = wordDifference(
            m_cards[Side::Left]->shownText().toStdString(), m_cards[Side::Right]->shownText().toStdString());
    const bool tooGreat = difference.isTooGreatToMark();
    m_shared->setVisible(tooGreat);
    if (tooGreat) {
        m_shared->setText(tr("The answers have %1 words of %2 and %3 in common: too few to mark the others.")
                              .arg(difference.commonWords)
                              .arg(difference.leftWords)
                              .arg(difference.rightWords));
        difference = {};
    }
    m_cards[Side::Left]->setDifference(difference.onlyLeft);
    m_cards[Side::Right]->setDifference(difference.onlyRight);
}

void TurnView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TurnView::retranslate()
{
    m_promptWord->setText(tr("Prompt"));
    m_prompt->setAccessibleName(tr("Prompt"));
    compare();
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// One turn of a conversation: the prompt, and below it both answers side by side with what differs marked.
#pragma once

#include "ui/compare/answer_card.h"

#include <QWidget>

class QLabel;

namespace temper {

class TurnView : public QWidget {
    Q_OBJECT
public:
    explicit TurnView(const Theme& theme, QWidget* parent = nullptr);

    void setPrompt(const QString& prompt);
    void setLook(const AnswerLook& look);
    AnswerCard* card(Side side) const { return m_cards[side]; }

Q_SIGNALS:
    void regenerateAsked(temper::Side side);
    void tokenPointedAt(const temper::AnswerToken& token, const QRect& place); // in global coordinates
    void nothingPointedAt();

protected:
    void changeEvent(QEvent* event) override;

private:
    bool isComparable(Side side) const;
    void compare();
    void retranslate();

    AnswerLook m_look;
    QLabel* m_promptWord;
    ForeignText* m_prompt;
    QLabel* m_shared; // said where the answers share too little to be marked
    BySide<AnswerCard*> m_cards;
};

} // namespace temper

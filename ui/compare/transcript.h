// SPDX-License-Identifier: GPL-3.0-or-later
// All turns of a conversation below one another, the newest in sight while it streams.
#pragma once

#include "ui/compare/turn_view.h"

#include <QList>
#include <QScrollArea>

class QVBoxLayout;

namespace temper {

class Dialogue;

class Transcript : public QScrollArea {
    Q_OBJECT
public:
    Transcript(const Theme& theme, Dialogue& dialogue, QWidget* parent = nullptr); // the dialogue outlives it

    void setLook(const AnswerLook& look);
    const QList<TurnView*>& turns() const { return m_turns; }

Q_SIGNALS:
    void regenerateAsked(temper::Side side);
    void tokenPointedAt(const temper::AnswerToken& token, const QRect& place); // in global coordinates
    void nothingPointedAt();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    void addTurn();
    void showAnswer(int turn, Side side);
    void limitRegeneration();
    void followEnd();

    const Theme& m_theme;
    Dialogue& m_dialogue;
    AnswerLook m_look;
    QVBoxLayout* m_column;
    QList<TurnView*> m_turns;
    bool m_atEnd = true; // the person has not scrolled away from the newest turn
};

} // namespace temper

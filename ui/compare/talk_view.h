// SPDX-License-Identifier: GPL-3.0-or-later
// The conversation itself: its turns, how they are shown, and where the next prompt is written.
#pragma once

#include "ui/compare/answer_card.h"

#include <QWidget>
#include <vector>

class QPushButton;
class QStackedWidget;

namespace temper {

class Composer;
class Dialogue;
class EmptyState;
class Transcript;

class TalkView : public QWidget {
    Q_OBJECT
public:
    TalkView(const Theme& theme, Dialogue& dialogue, QWidget* parent = nullptr); // the dialogue outlives it

    AnswerLook look() const;
    void setMarks(AnswerMarks marks);
    void pointAtAnswer(); // at a token of the last answer at the right, as the mouse would
    void setReady(bool ready); // both sides have a model
    Transcript& transcript() const { return *m_transcript; }

Q_SIGNALS:
    void asked(const QString& prompt);
    void regenerateAsked(const std::vector<temper::Side>& sides);
    void lookChanged();
    void tokenPointedAt(const temper::AnswerToken& token, const QRect& place); // in global coordinates
    void nothingPointedAt();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeLookRow();
    QPushButton* addToggle(QLayout& row);
    void showTurns();
    void showAnswering();
    void retranslate();

    Dialogue& m_dialogue;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    Transcript* m_transcript;
    Composer* m_composer;
    QPushButton* m_difference = nullptr;
    QPushButton* m_probabilities = nullptr;
    QPushButton* m_markdown = nullptr;
    QPushButton* m_regenerate = nullptr;
};

} // namespace temper

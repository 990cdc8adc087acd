// SPDX-License-Identifier: GPL-3.0-or-later
// One side's answer of one turn: who gave it, how fast, its text as it streams, and what can be done with it.
#pragma once

#include "core/common/data/word_difference.h"
#include "core/common/project/conversation.h"
#include "ui/widgets/foreign_text.h"

#include <QFrame>
#include <QTimer>
#include <vector>

class QLabel;
class QToolButton;

namespace temper {

class ElidedLabel;
class Theme;

enum class AnswerMarks { None, Difference, Probabilities };

struct AnswerLook {
    TextForm form = TextForm::Markdown;
    AnswerMarks marks = AnswerMarks::Difference;
};

class AnswerCard : public QFrame {
    Q_OBJECT
public:
    AnswerCard(const Theme& theme, Side side, QWidget* parent = nullptr);

    void setLook(const AnswerLook& look);
    // `phase`: what is being done while there is no text yet. Text that streams is drawn some 20 times a
    // second.
    void showAnswer(const std::optional<ConversationAnswer>& answer, bool answering, const QString& phase);
    void setCanRegenerate(bool can);
    void setDifference(const std::vector<WordPlace>& onlyHere); // bytes of shownText() in UTF-8
    void pointAtMiddle();
    QString shownText() const { return m_text->shownText(); }
    const std::optional<ConversationAnswer>& answer() const { return m_answer; }
    bool isAnswering() const { return m_answering; }

Q_SIGNALS:
    void regenerateAsked();
    void textShown(); // a new text stands there, without marks
    void tokenPointedAt(const temper::AnswerToken& token, const QRect& place); // in this card's coordinates
    void nothingPointedAt();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* addButton();
    void draw();
    void updateMarks();
    void pointAt(int position);
    void copyText();
    void restyle();
    void retranslate();

    const Theme& m_theme;
    Side m_side;
    AnswerLook m_look;
    std::optional<ConversationAnswer> m_answer;
    bool m_answering = false;
    QString m_phase;
    std::vector<int> m_places; // the token of each shown character
    QList<TextMark> m_difference;
    QLabel* m_word;
    ElidedLabel* m_source;
    QLabel* m_figures;
    QToolButton* m_regenerate;
    QToolButton* m_copy;
    ForeignText* m_text;
    QLabel* m_state; // the phase, or why there is no more
    QLabel* m_problem;
    QTimer m_redraw;
};

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// How probable each of two models finds the answers of a conversation, its own and the other's: the
// perplexity of all answer tokens, given all that was said before them.
#pragma once

#include "core/common/base/error.h"
#include "core/common/project/conversation.h"

#include <QPointer>
#include <QWidget>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace temper {

class EngineReply;
class EngineSession;

// Of the tokens of an answer to the engine's method score.
struct AnswerScore {
    double perplexity = 0;
    std::int64_t tokens = 0; // of answers
};
AnswerScore readAnswerScore(const Json& result);

class ScoreCard : public QWidget {
    Q_OBJECT
public:
    explicit ScoreCard(QWidget* parent = nullptr);

    void setEngine(EngineSession& engine) { m_engine = &engine; }
    void setConversation(const Conversation& conversation); // what was scored before is forgotten
    const BySide<BySide<std::optional<AnswerScore>>>& scores() const { return m_scores; } // of text, by model

Q_SIGNALS:
    void failed(const temper::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Question {
        Side text = Side::Left;
        Side model = Side::Left;
    };

    bool mayScore() const;
    void start();
    void stop();
    void askNext();
    Json messages(Side text) const;
    void showScores();
    void addCell(int row, int column, const QString& text, const QString& tip = {});
    void retranslate();

    EngineSession* m_engine = nullptr;
    Conversation m_conversation;
    BySide<BySide<std::optional<AnswerScore>>> m_scores;
    std::vector<Question> m_waiting;
    QPointer<EngineReply> m_reply;
    QLabel* m_title;
    QLabel* m_explanation;
    QPushButton* m_score;
    QWidget* m_table = nullptr;
    QGridLayout* m_grid = nullptr;
};

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// The words for who answers, how an answer stands, and a conversation as a text to copy.
#pragma once

#include "core/common/project/conversation.h"

#include <QCoreApplication>
#include <QString>
#include <optional>

namespace temper {

struct AnswerState {
    QString words;
    bool bad = false;
};

class AnswerWords {
    Q_DECLARE_TR_FUNCTIONS(temper::AnswerWords)
public:
    static QString side(const AnswerSource& source); // "Base" or "Tuned"
    static QString source(const AnswerSource& source); // "Persona · step 100"
    static QString figures(const ConversationAnswer& answer, bool answering); // "142 tokens · 96 tokens/s"
    static AnswerState state(const std::optional<ConversationAnswer>& answer, bool answering, const QString& phase);
    static QString markdown(const Conversation& conversation);
};

inline AnswerState
answerState(const std::optional<ConversationAnswer>& answer, bool answering, const QString& phase)
{
    return AnswerWords::state(answer, answering, phase);
}

} // namespace temper

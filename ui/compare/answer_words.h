// SPDX-License-Identifier: GPL-3.0-or-later
// The words for how an answer stands, and a conversation as a text to copy.
#pragma once

#include "core/common/project/conversation.h"
#include "ui/widgets/foreign_text.h"

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
    static QString figures(const ConversationAnswer& answer, bool answering); // "142 tokens · 96 tokens/s"
    static AnswerState
    state(const std::optional<ConversationAnswer>& answer, bool answering, const QString& phase);
    static QString copied(const Conversation& conversation, TextForm form);
};

inline AnswerState
answerState(const std::optional<ConversationAnswer>& answer, bool answering, const QString& phase)
{
    return AnswerWords::state(answer, answering, phase);
}

} // namespace temper

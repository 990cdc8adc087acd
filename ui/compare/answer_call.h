// SPDX-License-Identifier: GPL-3.0-or-later
// One side's answer on its way from the engine: from the call to the last token, as it stands at every
// moment.
#pragma once

#include "core/common/base/error.h"
#include "core/common/project/conversation.h"
#include "ui/task/engine_reply.h"

#include <QObject>
#include <QPointer>
#include <memory>

namespace temper {

class EngineSession;

class AnswerCall : public QObject {
    Q_OBJECT
public:
    // `side` where the reply carries both sides (the method "compare"); nothing where it is this answer's
    // alone.
    AnswerCall(EngineReply* reply,
        std::optional<Side> side,
        const AnswerSource& source,
        const SamplingChoice& sampling);

    const ConversationAnswer& answer() const { return m_answer; }
    QString phase() const; // what is being done while there is no token yet
    void stop(); // the other side as well, where the two came of one call

Q_SIGNALS:
    void changed();
    void ended(); // answer().end says how; exactly once, unless it is deleted before

private:
    bool isMine(const Json& announced) const;
    void take(const QString& method, const Json& announced);
    void succeed(const Json& result);
    void fail(const Error& error);

    ConversationAnswer m_answer;
    std::optional<Side> m_side;
    QPointer<EngineReply> m_reply;
    QString m_phase; // in the engine's word
};

using AnswerCallPointer
    = std::shared_ptr<AnswerCall>; // goes by deleteLater, so that it may go in its own signal

struct Question {
    AnswerSource source;
    Json messages; // [{"role", "content"}…]
};

AnswerCallPointer askEngine(EngineSession& engine, const Question& question, const SamplingChoice& sampling);

// Both sides; token by token in turns where they share a model, else one after the other.
BySide<AnswerCallPointer>
askEngine(EngineSession& engine, const BySide<Question>& questions, const SamplingChoice& sampling);

} // namespace temper

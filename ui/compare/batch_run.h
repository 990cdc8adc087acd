// SPDX-License-Identifier: GPL-3.0-or-later
// Puts every prompt of a file to both sides, one after the other, and keeps what they answered.
#pragma once

#include "core/common/project/prompt_batch.h"
#include "ui/compare/answer_call.h"

#include <QObject>
#include <memory>
#include <vector>

namespace temper {

class EngineSession;

class BatchRun : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void setEngine(EngineSession& engine) { m_engine = &engine; }
    void setPrompts(const std::vector<BatchPrompt>& prompts); // drops what was answered
    const std::vector<BatchResult>& results() const { return m_results; }

    // Goes on with the first prompt that lacks an answer, or begins anew where none does or another setup is
    // asked.
    void start(const ConversationSetup& setup, const SamplingChoice& sampling);
    void stop();
    bool isRunning() const { return m_running; }
    int answered() const; // prompts with both answers

Q_SIGNALS:
    void rowChanged(int row);
    void replaced();
    void runningChanged();
    void failed(const QString& sentence); // it has stopped

private:
    void next();
    Question question(int row, Side side) const;
    void attach(int row, Side side, AnswerCallPointer call);
    void finish(int row, Side side);
    void halt();

    EngineSession* m_engine = nullptr;
    std::vector<BatchResult> m_results;
    ConversationSetup m_setup;
    SamplingChoice m_sampling;
    BySide<AnswerCallPointer> m_calls;
    bool m_running = false;
};

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// One conversation with two models: asks both the same, takes in what they stream, and keeps it in the
// project.
#pragma once

#include "core/common/base/error.h"
#include "core/common/project/conversation.h"
#include "ui/compare/answer_call.h"

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <vector>

namespace temper {

class EngineSession;

class Dialogue : public QObject {
    Q_OBJECT
public:
    explicit Dialogue(QObject* parent = nullptr);
    ~Dialogue() override; // what was said is on the disk when it returns

    void setEngine(EngineSession& engine) { m_engine = &engine; }

    // A conversation without a turn; its file comes to exist with the first prompt.
    void begin(const std::filesystem::path& project);
    // One that was read from `file`.
    void resume(const std::filesystem::path& project,
        const std::filesystem::path& file,
        Conversation conversation);

    const Conversation& conversation() const { return m_conversation; }
    const std::filesystem::path& file() const { return m_file; }
    void setSystem(const std::string& system);
    void setSource(Side side, const AnswerSource& source);

    void ask(const std::string& prompt, const SamplingChoice& sampling);
    void regenerate(const std::vector<Side>& sides, const SamplingChoice& sampling); // of the last turn
    void stop();

    bool isAnswering() const;
    bool isAnswering(Side side) const { return m_calls[side] != nullptr; }
    QString phase(Side side) const; // what is being done while there is no token yet

Q_SIGNALS:
    void replaced(); // another conversation
    void turnAdded();
    void answerChanged(int turn, temper::Side side);
    void answeringChanged();
    void kept(); // a change is on the disk
    void failed(const temper::Error& error); // the conversation could not be kept

private:
    void dropCalls();
    void regenerateNow(const std::vector<Side>& sides, const SamplingChoice& sampling);
    Question question(Side side) const; // of the last turn
    void attach(Side side, AnswerCallPointer call);
    void follow(Side side);
    void finish(Side side);
    void keepAnswer(Side side);
    int lastTurn() const { return static_cast<int>(m_conversation.turns.size()) - 1; }
    void keep(std::function<void(ConversationFile&)> change);

    EngineSession* m_engine = nullptr;
    Conversation m_conversation;
    std::filesystem::path m_file;
    std::shared_ptr<ConversationFile> m_log; // used by the writer's thread alone
    QThreadPool m_writer; // one thread: changes reach the file in their order
    BySide<AnswerCallPointer> m_calls;
};

} // namespace temper

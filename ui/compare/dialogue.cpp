// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/dialogue.h"

#include "core/common/project/conversation_json.h"
#include "ui/compare/engine_question.h"
#include "ui/task/engine_session.h"

namespace temper {

namespace {

AnswerEnd endOfReason(const std::string& reason)
{
    if (reason == "length")
        return AnswerEnd::Length;
    return reason == "cancelled" ? AnswerEnd::Stopped : AnswerEnd::Complete;
}

} // namespace

Dialogue::Dialogue(QObject* parent)
    : QObject(parent)
{
    m_writer.setMaxThreadCount(1);
}

Dialogue::~Dialogue()
{
    m_writer.waitForDone();
}

void Dialogue::begin(const std::filesystem::path& project)
{
    dropReplies();
    const ConversationSetup setup = m_conversation.setup;
    m_conversation = {};
    m_conversation.setup = setup;
    m_log = std::make_shared<ConversationFile>(newConversationFile(project));
    m_file = m_log->path();
    Q_EMIT replaced();
}

void Dialogue::resume(
    const std::filesystem::path& project, const std::filesystem::path& file, Conversation conversation)
{
    dropReplies();
    m_conversation = std::move(conversation);
    m_log = std::make_shared<ConversationFile>(project, file);
    m_file = file;
    Q_EMIT replaced();
}

void Dialogue::dropReplies()
{
    for (const Side side : kSides) {
        if (EngineReply* reply = m_flights[side].reply) {
            reply->disconnect(this);
            reply->cancel();
            if (ConversationAnswer* partial = answer(side)) {
                partial->end = AnswerEnd::Stopped;
                keep([turn = lastTurn(), side, copy = *partial](ConversationFile& file) {
                    file.writeAnswer(static_cast<std::size_t>(turn), side, copy);
                });
            }
        }
        m_flights[side] = {};
    }
    Q_EMIT answeringChanged();
}

void Dialogue::setSystem(const std::string& system)
{
    m_conversation.setup.system = system;
}

void Dialogue::setSource(Side side, const AnswerSource& source)
{
    m_conversation.setup.sources[side] = source;
}

void Dialogue::ask(const std::string& prompt, const SamplingChoice& sampling)
{
    m_conversation.turns.push_back({ prompt, {} });
    keep([setup = m_conversation.setup, turn = lastTurn(), prompt](ConversationFile& file) {
        file.writeSetup(setup);
        file.writePrompt(static_cast<std::size_t>(turn), prompt);
    });
    Q_EMIT turnAdded();
    for (const Side side : kSides)
        start(side, sampling);
}

void Dialogue::regenerate(const std::vector<Side>& sides, const SamplingChoice& sampling)
{
    if (m_conversation.turns.empty())
        return;
    keep([setup = m_conversation.setup](ConversationFile& file) { file.writeSetup(setup); });
    for (const Side side : sides)
        if (!isAnswering(side))
            start(side, sampling);
}

void Dialogue::start(Side side, const SamplingChoice& sampling)
{
    ConversationAnswer fresh;
    fresh.source = m_conversation.setup.sources[side];
    fresh.sampling = sampling;
    const auto turn = static_cast<std::size_t>(lastTurn());
    m_conversation.turns[turn].answers[side] = fresh;
    const Json messages = messagesFor(m_conversation, side, turn);
    EngineReply* reply = m_engine->call("generate", generateParams(fresh.source, messages, sampling));
    m_flights[side] = { reply, tr("Waiting for the engine") };
    connect(reply, &EngineReply::progressed, this, [this, side](const QString& phase) {
        if (answer(side) && answer(side)->tokens.empty())
            m_flights[side].phase = phaseWords(phase);
        Q_EMIT answerChanged(lastTurn(), side);
    });
    connect(reply, &EngineReply::announced, this,
        [this, side](const QString&, const Json& params) { take(side, params); });
    connect(reply, &EngineReply::succeeded, this, [this, side](const Json& result) { finish(side, result); });
    connect(reply, &EngineReply::failed, this, [this, side](const Error& error) { fail(side, error); });
    Q_EMIT answerChanged(lastTurn(), side);
    Q_EMIT answeringChanged();
}

void Dialogue::take(Side side, const Json& announced)
{
    ConversationAnswer* given = answer(side);
    if (!given)
        return;
    m_flights[side].phase.clear();
    given->tokens.push_back(answerTokenFromJson(announced));
    given->text += given->tokens.back().text;
    Q_EMIT answerChanged(lastTurn(), side);
}

void Dialogue::finish(Side side, const Json& result)
{
    if (ConversationAnswer* given = answer(side)) {
        given->text = result.value("text", given->text);
        given->tokensPerSecond = result.value("tokens_per_second", 0.0);
        given->end = endOfReason(result.value("finish_reason", ""));
    }
    end(side);
}

void Dialogue::fail(Side side, const Error& error)
{
    if (ConversationAnswer* given = answer(side)) {
        given->end = error.kind() == ErrorKind::Cancelled ? AnswerEnd::Stopped : AnswerEnd::Failed;
        if (given->end == AnswerEnd::Failed)
            given->problem = error.what();
    }
    end(side);
}

void Dialogue::end(Side side)
{
    m_flights[side] = {};
    if (const ConversationAnswer* given = answer(side))
        keep([turn = lastTurn(), side, copy = *given](ConversationFile& file) {
            file.writeAnswer(static_cast<std::size_t>(turn), side, copy);
        });
    Q_EMIT answerChanged(lastTurn(), side);
    Q_EMIT answeringChanged();
}

void Dialogue::stop()
{
    for (const Side side : kSides)
        if (EngineReply* reply = m_flights[side].reply)
            reply->cancel();
}

bool Dialogue::isAnswering() const
{
    return isAnswering(Side::Left) || isAnswering(Side::Right);
}

ConversationAnswer* Dialogue::answer(Side side)
{
    if (m_conversation.turns.empty() || !m_conversation.turns.back().answers[side])
        return nullptr;
    return &*m_conversation.turns.back().answers[side];
}

void Dialogue::keep(std::function<void(ConversationFile&)> change)
{
    m_writer.start([this, log = m_log, change = std::move(change)] {
        try {
            change(*log);
        } catch (const Error& error) {
            QMetaObject::invokeMethod(this, [this, error] { Q_EMIT failed(error); }, Qt::QueuedConnection);
        }
    });
}

} // namespace temper

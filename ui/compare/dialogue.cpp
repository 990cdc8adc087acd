// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/dialogue.h"

namespace temper {

Dialogue::Dialogue(QObject* parent)
    : QObject(parent)
{
    m_writer.setMaxThreadCount(1);
}

Dialogue::~Dialogue()
{
    for (const Side side : kSides)
        if (isAnswering(side))
            keepAnswer(side);
    m_writer.waitForDone();
}

void Dialogue::begin(const std::filesystem::path& project)
{
    dropCalls();
    const ConversationSetup setup = m_conversation.setup;
    m_conversation = {};
    m_conversation.setup = setup;
    m_log = std::make_shared<ConversationFile>(newConversationFile(project));
    m_file = m_log->path();
    Q_EMIT replaced();
}

void Dialogue::resume(const std::filesystem::path& project,
    const std::filesystem::path& file,
    Conversation conversation)
{
    dropCalls();
    m_conversation = std::move(conversation);
    m_log = std::make_shared<ConversationFile>(project, file);
    m_file = file;
    Q_EMIT replaced();
}

// Another conversation takes the place: what the models said so far is kept with the one they said it in.
void Dialogue::dropCalls()
{
    for (const Side side : kSides) {
        if (!isAnswering(side))
            continue;
        m_conversation.turns.back().answers[side]->end = AnswerEnd::Stopped;
        keepAnswer(side);
        m_calls[side]->disconnect(this);
        m_calls[side].reset();
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
    regenerateNow({ Side::Left, Side::Right }, sampling);
}

void Dialogue::regenerate(const std::vector<Side>& sides, const SamplingChoice& sampling)
{
    if (m_conversation.turns.empty() || isAnswering())
        return;
    keep([setup = m_conversation.setup](ConversationFile& file) { file.writeSetup(setup); });
    regenerateNow(sides, sampling);
}

void Dialogue::regenerateNow(const std::vector<Side>& sides, const SamplingChoice& sampling)
{
    if (sides.size() == 1)
        return attach(sides.front(), askEngine(*m_engine, question(sides.front()), sampling));
    const auto calls = askEngine(
        *m_engine, BySide<Question> { { question(Side::Left), question(Side::Right) } }, sampling);
    for (const Side side : kSides)
        attach(side, calls[side]);
}

Question Dialogue::question(Side side) const
{
    return { m_conversation.setup.sources[side],
        messagesFor(m_conversation, side, static_cast<std::size_t>(lastTurn())) };
}

void Dialogue::attach(Side side, AnswerCallPointer call)
{
    connect(call.get(), &AnswerCall::changed, this, [this, side] { follow(side); });
    connect(call.get(), &AnswerCall::ended, this, [this, side] { finish(side); });
    m_calls[side] = std::move(call);
    Q_EMIT answeringChanged();
    follow(side);
}

void Dialogue::follow(Side side)
{
    m_conversation.turns.back().answers[side] = m_calls[side]->answer();
    Q_EMIT answerChanged(lastTurn(), side);
}

void Dialogue::finish(Side side)
{
    m_conversation.turns.back().answers[side] = m_calls[side]->answer();
    m_calls[side].reset();
    keepAnswer(side);
    Q_EMIT answerChanged(lastTurn(), side);
    Q_EMIT answeringChanged();
}

void Dialogue::stop()
{
    for (const Side side : kSides)
        if (isAnswering(side))
            m_calls[side]->stop();
}

bool Dialogue::isAnswering() const
{
    return isAnswering(Side::Left) || isAnswering(Side::Right);
}

QString Dialogue::phase(Side side) const
{
    return isAnswering(side) ? m_calls[side]->phase() : QString();
}

void Dialogue::keepAnswer(Side side)
{
    keep([turn = lastTurn(), side, answer = *m_conversation.turns.back().answers[side]](
             ConversationFile& file) { file.writeAnswer(static_cast<std::size_t>(turn), side, answer); });
}

void Dialogue::keep(std::function<void(ConversationFile&)> change)
{
    m_writer.start([this, log = m_log, change = std::move(change)] {
        try {
            change(*log);
            QMetaObject::invokeMethod(this, &Dialogue::kept, Qt::QueuedConnection);
        } catch (const Error& error) {
            QMetaObject::invokeMethod(
                this, [this, error] { Q_EMIT failed(error); }, Qt::QueuedConnection);
        }
    });
}

} // namespace temper

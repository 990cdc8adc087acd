// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/answer_call.h"

#include "core/common/project/conversation_json.h"
#include "core/common/recipe/recipe_value.h"
#include "ui/task/engine_session.h"

namespace temper {

namespace {

constexpr int kAlternatives = 5;

Json paramsOf(const Question& question)
{
    Json params { { "adapter", Json::array() }, { "messages", question.messages } };
    for (const std::filesystem::path& adapter : question.source.adapters)
        params["adapter"].push_back(utf8FromPath(adapter));
    return params;
}

Json withSampling(Json params, const std::filesystem::path& model, const SamplingChoice& sampling)
{
    params.update(toJson(sampling));
    params["model"] = utf8FromPath(model);
    params["alternatives"] = kAlternatives;
    return params;
}

AnswerEnd endOfReason(const std::string& reason)
{
    if (reason == "length")
        return AnswerEnd::Length;
    return reason == "cancelled" ? AnswerEnd::Stopped : AnswerEnd::Complete;
}

AnswerCallPointer makeCall(EngineReply* reply,
    std::optional<Side> side,
    const AnswerSource& source,
    const SamplingChoice& sampling)
{
    return { new AnswerCall(reply, side, source, sampling), [](AnswerCall* done) {
                done->stop();
                done->deleteLater();
            } };
}

} // namespace

AnswerCall::AnswerCall(EngineReply* reply,
    std::optional<Side> side,
    const AnswerSource& source,
    const SamplingChoice& sampling)
    : m_side(side)
    , m_reply(reply)
{
    m_answer.source = source;
    m_answer.sampling = sampling;
    connect(reply, &EngineReply::progressed, this, [this](const QString& phase) {
        m_phase = phase;
        Q_EMIT changed();
    });
    connect(reply, &EngineReply::announced, this, &AnswerCall::take);
    connect(reply, &EngineReply::succeeded, this, &AnswerCall::succeed);
    connect(reply, &EngineReply::failed, this, &AnswerCall::fail);
}

QString AnswerCall::phase() const
{
    if (!m_answer.tokens.empty())
        return {};
    return m_phase == QLatin1String("loading") ? tr("Loading the model") : tr("Reading the prompt");
}

void AnswerCall::stop()
{
    if (m_reply)
        m_reply->cancel();
}

bool AnswerCall::isMine(const Json& announced) const
{
    return !m_side || announced.value("side", -1) == static_cast<int>(*m_side);
}

void AnswerCall::take(const QString& method, const Json& announced)
{
    if (!isMine(announced))
        return;
    if (method == QLatin1String("compare.answer"))
        return succeed(announced);
    m_answer.tokens.push_back(answerTokenFromJson(announced));
    m_answer.text += m_answer.tokens.back().text;
    Q_EMIT changed();
}

void AnswerCall::succeed(const Json& result)
{
    m_answer.text = result.value("text", m_answer.text);
    m_answer.tokensPerSecond = result.value("tokens_per_second", 0.0);
    m_answer.end = endOfReason(result.value("finish_reason", ""));
    if (m_reply)
        m_reply->disconnect(this);
    m_reply.clear();
    Q_EMIT ended();
}

void AnswerCall::fail(const Error& error)
{
    m_answer.end = error.kind() == ErrorKind::Cancelled ? AnswerEnd::Stopped : AnswerEnd::Failed;
    if (m_answer.end == AnswerEnd::Failed)
        m_answer.problem = error.what();
    m_reply.clear();
    Q_EMIT ended();
}

AnswerCallPointer askEngine(EngineSession& engine, const Question& question, const SamplingChoice& sampling)
{
    EngineReply* reply = engine.call(
        QStringLiteral("generate"), withSampling(paramsOf(question), question.source.model, sampling));
    return makeCall(reply, std::nullopt, question.source, sampling);
}

BySide<AnswerCallPointer>
askEngine(EngineSession& engine, const BySide<Question>& questions, const SamplingChoice& sampling)
{
    BySide<AnswerCallPointer> calls;
    const std::filesystem::path& model = questions[Side::Left].source.model;
    if (model != questions[Side::Right].source.model) {
        for (const Side side : kSides)
            calls[side] = askEngine(engine, questions[side], sampling);
        return calls;
    }
    Json sides = Json::array();
    for (const Side side : kSides)
        sides.push_back(paramsOf(questions[side]));
    EngineReply* reply
        = engine.call(QStringLiteral("compare"), withSampling({ { "sides", sides } }, model, sampling));
    for (const Side side : kSides)
        calls[side] = makeCall(reply, side, questions[side].source, sampling);
    return calls;
}

} // namespace temper

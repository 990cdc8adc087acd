// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/estimator.h"

#include "core/common/recipe/recipe_value.h"
#include "core/common/recipe/recipe_writer.h"
#include "ui/task/engine_session.h"

namespace temper {

namespace {
constexpr int kPauseMilliseconds = 350;
}

Estimator::Estimator(QObject* parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &Estimator::send);
}

void Estimator::setEngine(EngineSession& engine)
{
    m_engine = &engine;
}

void Estimator::ask(const Recipe& recipe, const std::filesystem::path& project)
{
    RecipeTextOptions options;
    options.keys = WrittenKeys::All;
    Question question { recipeText(recipe, options), project };
    const bool same = m_question && m_question->text == question.text && m_question->project == project;
    if (same && (m_pause.isActive() || m_reply))
        return;
    cancel();
    m_question = std::move(question);
    m_pause.start();
    Q_EMIT started();
}

void Estimator::cancel()
{
    m_pause.stop();
    m_question.reset();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->cancel();
    m_reply = nullptr;
}

void Estimator::send()
{
    if (!m_engine || !m_question)
        return;
    m_reply = m_engine->call(QStringLiteral("recipe.estimate"),
        { { "text", m_question->text }, { "folder", utf8FromPath(m_question->project) } });
    connect(m_reply, &EngineReply::succeeded, this, [this](const Json& answer) {
        m_reply = nullptr;
        Q_EMIT estimated(readEstimate(answer));
    });
    connect(m_reply, &EngineReply::failed, this, [this](const Error& error) {
        m_reply = nullptr;
        Q_EMIT failed(error);
    });
}

} // namespace temper

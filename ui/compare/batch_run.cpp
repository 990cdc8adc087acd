// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/batch_run.h"

#include "ui/widgets/engine_words.h"

#include <algorithm>

namespace temper {

namespace {

bool isWhole(const BatchResult& result)
{
    return result.answers[Side::Left] && result.answers[Side::Right];
}

Json withSystem(const Json& messages, const std::string& system)
{
    if (system.empty() || (!messages.empty() && messages[0].value("role", "") == "system"))
        return messages;
    Json all = Json::array({ { { "role", "system" }, { "content", system } } });
    all.insert(all.end(), messages.begin(), messages.end());
    return all;
}

} // namespace

void BatchRun::setPrompts(const std::vector<BatchPrompt>& prompts)
{
    halt();
    m_results.clear();
    for (const BatchPrompt& prompt : prompts)
        m_results.push_back({ prompt, {} });
    Q_EMIT replaced();
}

void BatchRun::start(const ConversationSetup& setup, const SamplingChoice& sampling)
{
    const bool other = !(setup == m_setup) || !(sampling == m_sampling);
    if (other || std::ranges::all_of(m_results, isWhole)) {
        for (BatchResult& result : m_results)
            result.answers = {};
        Q_EMIT replaced();
    }
    m_setup = setup;
    m_sampling = sampling;
    m_running = true;
    Q_EMIT runningChanged();
    next();
}

void BatchRun::next()
{
    const auto open = std::ranges::find_if_not(m_results, isWhole);
    if (open == m_results.end()) {
        halt();
        return;
    }
    const auto row = static_cast<int>(open - m_results.begin());
    const bool both = !open->answers[Side::Left] && !open->answers[Side::Right];
    BySide<AnswerCallPointer> calls;
    if (both)
        calls = askEngine(*m_engine,
            BySide<Question> { { question(row, Side::Left), question(row, Side::Right) } }, m_sampling);
    for (const Side side : kSides) {
        if (!both && !open->answers[side])
            calls[side] = askEngine(*m_engine, question(row, side), m_sampling);
        if (calls[side])
            attach(row, side, calls[side]);
    }
}

Question BatchRun::question(int row, Side side) const
{
    const Json& messages = m_results[static_cast<std::size_t>(row)].prompt.messages;
    return { m_setup.sources[side], withSystem(messages, m_setup.system) };
}

void BatchRun::attach(int row, Side side, AnswerCallPointer call)
{
    connect(call.get(), &AnswerCall::ended, this, [this, row, side] { finish(row, side); });
    m_calls[side] = std::move(call);
}

void BatchRun::finish(int row, Side side)
{
    const ConversationAnswer answer = m_calls[side]->answer();
    m_calls[side].reset();
    if (answer.end == AnswerEnd::Failed) {
        halt();
        Q_EMIT failed(EngineWords::text(answer.problem));
        return;
    }
    if (answer.end != AnswerEnd::Stopped)
        m_results[static_cast<std::size_t>(row)].answers[side] = answer;
    Q_EMIT rowChanged(row);
    if (m_running && !m_calls[Side::Left] && !m_calls[Side::Right])
        next();
}

void BatchRun::stop()
{
    halt();
}

void BatchRun::halt()
{
    for (const Side side : kSides) {
        if (m_calls[side])
            m_calls[side]->disconnect(this);
        m_calls[side].reset();
    }
    if (m_running) {
        m_running = false;
        Q_EMIT runningChanged();
    }
}

int BatchRun::answered() const
{
    return static_cast<int>(std::ranges::count_if(m_results, isWhole));
}

} // namespace temper

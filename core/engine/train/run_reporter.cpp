// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/run_reporter.h"

#include <array>
#include <cstdio>

namespace temper {

namespace {

double wallTime()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

std::string stepLine(const StepEvent& event)
{
    std::array<char, 160> line {};
    std::snprintf(line.data(), line.size(), "step %lld of %lld  loss %.4f  rate %.3g  %.0f tokens/s",
        static_cast<long long>(event.step), static_cast<long long>(event.totalSteps), event.loss, event.learningRate,
        event.tokensPerSecond);
    return line.data();
}

} // namespace

RunReporter::RunReporter(const RunFolder& run, std::function<void(const std::string&)> onText)
    : m_run(run)
    , m_onText(std::move(onText))
    , m_events(run.eventsFile())
    , m_start(std::chrono::steady_clock::now())
{
}

std::chrono::seconds RunReporter::elapsed() const
{
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - m_start);
}

void RunReporter::begin(std::int64_t firstStep, std::int64_t totalSteps)
{
    m_log.emplace(m_run.trainerLogFile(), firstStep, totalSteps);
    m_board.emplace(m_run.tensorBoardFolder(), wallTime(), firstStep > 0 ? firstStep + 1 : 0);
}

void RunReporter::phase(RunPhase phase, std::uint64_t done, std::uint64_t total, const std::string& unit)
{
    m_events.write(PhaseEvent { phase, done, total, unit });
}

void RunReporter::step(const StepEvent& event)
{
    m_events.write(event);
    m_log->write(event, elapsed());
    const std::array<TensorBoardWriter::Scalar, 4> scalars { { { "train/loss", event.loss },
        { "train/learning_rate", event.learningRate }, { "train/grad_norm", event.gradNorm },
        { "train/tokens_per_second", event.tokensPerSecond } } };
    m_board->writeScalars(event.step, wallTime(), scalars);
    say(stepLine(event));
}

void RunReporter::evaluation(const EvalEvent& event)
{
    m_events.write(event);
    m_log->write(event, elapsed());
    const std::array<TensorBoardWriter::Scalar, 1> scalars { { { "eval/loss", event.loss } } };
    m_board->writeScalars(event.step, wallTime(), scalars);
    std::array<char, 96> line {};
    std::snprintf(line.data(), line.size(), "evaluation at step %lld  loss %.4f%s", static_cast<long long>(event.step),
        event.loss, event.best ? "  (best so far)" : "");
    say(line.data());
}

void RunReporter::event(const RunEvent& event) { m_events.write(event); }

void RunReporter::say(const std::string& line) const
{
    if (m_onText)
        m_onText(line);
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_history.h"

#include <algorithm>
#include <cmath>

namespace temper {

namespace {

constexpr qsizetype kStepsForPace = 20;

void keepSteps(RunHistory& history, qsizetype count)
{
    for (QList<double>* column :
        { &history.step, &history.loss, &history.learningRate, &history.gradNorm, &history.tokensPerSecond,
            &history.memoryBytes, &history.time, &history.seconds, &history.tokens })
        column->resize(count);
}

qsizetype firstAtOrAfter(const QList<double>& steps, double step)
{
    return std::lower_bound(steps.begin(), steps.end(), step) - steps.begin();
}

class Applier {
public:
    Applier(RunHistory& history, double time)
        : m_history(history)
        , m_time(time)
    {
    }

    void operator()(const PhaseEvent& event) const
    {
        m_history.phase = event.phase;
        m_history.phaseDone = event.done;
        m_history.phaseTotal = event.total;
    }

    void operator()(const StepEvent& event) const
    {
        const auto step = static_cast<double>(event.step);
        keepSteps(m_history, firstAtOrAfter(m_history.step, step));
        m_history.step.append(step);
        m_history.loss.append(event.loss);
        m_history.learningRate.append(event.learningRate);
        m_history.gradNorm.append(event.gradNorm);
        m_history.tokensPerSecond.append(event.tokensPerSecond);
        m_history.memoryBytes.append(static_cast<double>(event.memoryBytes));
        m_history.time.append(m_time);
        const auto tokens = static_cast<double>(event.tokens);
        const double seconds = event.tokensPerSecond > 0 ? tokens / event.tokensPerSecond : 0;
        m_history.seconds.append(seconds + (m_history.seconds.isEmpty() ? 0 : m_history.seconds.last()));
        m_history.tokens.append(tokens + (m_history.tokens.isEmpty() ? 0 : m_history.tokens.last()));
        m_history.epoch = event.epoch;
        if (event.totalSteps > 0)
            m_history.totalSteps = event.totalSteps;
    }

    void operator()(const EvalEvent& event) const
    {
        const auto step = static_cast<double>(event.step);
        const qsizetype place = firstAtOrAfter(m_history.evalStep, step);
        m_history.evalStep.resize(place);
        m_history.evalLoss.resize(place);
        m_history.evalStep.append(step);
        m_history.evalLoss.append(event.loss);
    }

    void operator()(const ProbeEvent& event) const
    {
        QList<ProbeAnswer>& probes = m_history.probes;
        const auto key = [](const ProbeAnswer& probe) { return std::pair(probe.step, probe.index); };
        const auto place = std::lower_bound(probes.begin(), probes.end(), std::pair(event.step, event.index),
            [&](const ProbeAnswer& probe, const auto& wanted) { return key(probe) < wanted; });
        const ProbeAnswer answer { event.step, event.index, QString::fromStdString(event.prompt),
            QString::fromStdString(event.answer) };
        if (place != probes.end() && key(*place) == key(answer))
            *place = answer;
        else
            probes.insert(place, answer);
    }

    void operator()(const CheckpointEvent& event) const { m_history.checkpoint = event.step; }

    void operator()(const WarningEvent& event) const
    {
        const QString told = QString::fromStdString(event.message);
        if (!m_history.warning.contains(told)) // a resumed run tells it again
            m_history.warning += m_history.warning.isEmpty() ? told : QLatin1Char('\n') + told;
    }

    void operator()(const ErrorEvent& event) const
    {
        m_history.error
            = QString::fromStdString(event.message + (event.remedy.empty() ? "" : " " + event.remedy));
    }

    void operator()(const EndEvent& event) const { m_history.end = event.state; }

    void operator()(const ResumedEvent& event) const
    {
        const double beyond = static_cast<double>(event.fromStep) + 1;
        keepSteps(m_history, firstAtOrAfter(m_history.step, beyond));
        const qsizetype evaluations = firstAtOrAfter(m_history.evalStep, beyond);
        m_history.evalStep.resize(evaluations);
        m_history.evalLoss.resize(evaluations);
        m_history.probes.removeIf([&](const ProbeAnswer& probe) { return probe.step > event.fromStep; });
        m_history.checkpoint = event.fromStep;
        m_history.end.reset();
        m_history.error.clear();
    }

private:
    RunHistory& m_history;
    double m_time;
};

} // namespace

void RunHistory::apply(const TimedEvent& event)
{
    std::visit(Applier(*this, event.time), event.event);
}

qsizetype RunHistory::bestEvaluation() const
{
    const auto best = std::min_element(evalLoss.begin(), evalLoss.end(),
        [](double a, double b) { return a < b || (!std::isnan(a) && std::isnan(b)); });
    return best == evalLoss.end() || std::isnan(*best) ? -1 : best - evalLoss.begin();
}

std::optional<double> RunHistory::secondsLeft() const
{
    const qsizetype count = step.size();
    if (totalSteps == 0 || count < 2)
        return std::nullopt;
    const qsizetype from = std::max<qsizetype>(0, count - 1 - kStepsForPace);
    const double steps = step.last() - step[from];
    const double taken = time.last() - time[from];
    if (steps <= 0 || taken <= 0)
        return std::nullopt;
    return (static_cast<double>(totalSteps) - step.last()) * taken / steps;
}

} // namespace temper

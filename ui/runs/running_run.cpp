// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/running_run.h"

#include "core/common/project/run_control.h"
#include "ui/runs/run_words.h"
#include "ui/task/work_teller.h"
#include "ui/widgets/number_text.h"

namespace temper {

RunningRun::RunningRun(QObject* parent)
    : QObject(parent)
    , m_work(new WorkTeller(this))
    , m_command(this)
{
    connect(m_work, &WorkTeller::stopAsked, this, &RunningRun::stop);
}

void RunningRun::show(const QList<RunEntry>& entries)
{
    const auto running = std::find_if(entries.begin(), entries.end(),
        [](const RunEntry& entry) { return entry.summary.state == RunState::Running; });
    if (running == entries.end())
        return clear();
    const RunSummary& summary = running->summary;
    m_run = summary.run;
    const double share = summary.totalSteps > 0
        ? static_cast<double>(summary.step) / static_cast<double>(summary.totalSteps)
        : -1;
    m_work->tell(RunWords::title(*running), stateText(summary), share);
}

QString RunningRun::stateText(const RunSummary& summary)
{
    QStringList parts;
    if (summary.phase != RunPhase::Training)
        parts.append(RunWords::phase(summary.phase));
    if (summary.totalSteps > 0)
        parts.append(
            tr("step %1 of %2").arg(NumberText::count(summary.step), NumberText::count(summary.totalSteps)));
    const double left = summary.secondsPerStep * static_cast<double>(summary.totalSteps - summary.step);
    if (summary.phase != RunPhase::Paused && left > 0)
        parts.append(tr("%1 left").arg(NumberText::duration(left)));
    return parts.isEmpty() ? RunWords::state(summary.state) : parts.join(QStringLiteral(" · "));
}

void RunningRun::clear()
{
    m_run.reset();
    m_command.cancel();
    m_work->end();
}

void RunningRun::stop()
{
    if (!m_run)
        return;
    m_command.start(
        [run = *m_run](const std::stop_token&) {
            controlRun(run, ControlCommand::Stop);
            return true;
        },
        [](bool) {}, [this](const Error& error) { Q_EMIT failed(error); });
}

} // namespace temper

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
    const bool isKnown = summary.totalSteps > 0;
    m_work->tell(RunWords::title(*running),
        isKnown
            ? tr("step %1 of %2").arg(NumberText::count(summary.step), NumberText::count(summary.totalSteps))
            : RunWords::state(summary.state),
        isKnown ? static_cast<double>(summary.step) / static_cast<double>(summary.totalSteps) : -1);
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

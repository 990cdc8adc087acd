// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_words.h"

#include "ui/widgets/number_text.h"

namespace temper {

namespace {
const QString kSeparator = QStringLiteral(" · ");
}

QString RunWords::state(RunState state)
{
    switch (state) {
    case RunState::Queued:
        return tr("queued");
    case RunState::Running:
        return tr("running");
    case RunState::Interrupted:
        return tr("interrupted");
    case RunState::Done:
        return tr("done");
    case RunState::Stopped:
        return tr("stopped");
    case RunState::Failed:
        return tr("failed");
    }
    return {};
}

Colour RunWords::stateColour(RunState state)
{
    switch (state) {
    case RunState::Queued:
    case RunState::Stopped:
        return Colour::Muted;
    case RunState::Running:
        return Colour::AccentText;
    case RunState::Interrupted:
        return Colour::Warn;
    case RunState::Done:
        return Colour::Good;
    case RunState::Failed:
        return Colour::Bad;
    }
    return Colour::Muted;
}

QString RunWords::stateIcon(RunState state)
{
    switch (state) {
    case RunState::Queued:
        return QStringLiteral("queued");
    case RunState::Running:
        return QStringLiteral("training");
    case RunState::Interrupted:
        return QStringLiteral("interrupted");
    case RunState::Done:
        return QStringLiteral("done");
    case RunState::Stopped:
        return QStringLiteral("stopped");
    case RunState::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

QString RunWords::phase(RunPhase phase)
{
    switch (phase) {
    case RunPhase::Loading:
        return tr("Loading the model");
    case RunPhase::Tokenising:
        return tr("Tokenising");
    case RunPhase::Training:
        return tr("Training");
    case RunPhase::Evaluating:
        return tr("Evaluating");
    case RunPhase::Saving:
        return tr("Saving");
    case RunPhase::Done:
        return tr("Done");
    case RunPhase::Failed:
        return tr("Failed");
    case RunPhase::Paused:
        return tr("Paused");
    }
    return {};
}

QString RunWords::method(const RunMethod& method)
{
    switch (method.type) {
    case FinetuningType::Lora:
        return tr("LoRA r%1").arg(method.loraRank);
    case FinetuningType::Full:
        return tr("full");
    case FinetuningType::Freeze:
        return tr("last layers");
    }
    return {};
}

QString RunWords::title(const RunEntry& entry)
{
    const QString name = QString::fromStdString(entry.summary.info.name);
    return entry.method ? name + kSeparator + method(*entry.method) : name;
}

QString RunWords::listLine(const RunEntry& entry)
{
    QStringList parts { state(entry.summary.state) };
    if (entry.summary.state == RunState::Failed && !entry.summary.problem.empty())
        return parts.first() + kSeparator + QString::fromStdString(entry.summary.problem);
    const QString step = NumberText::count(entry.summary.step);
    if (entry.summary.totalSteps > 0)
        parts.append(tr("step %1 of %2").arg(step, NumberText::count(entry.summary.totalSteps)));
    else if (entry.summary.step > 0)
        parts.append(tr("step %1").arg(step));
    if (entry.summary.loss)
        parts.append(tr("loss %1").arg(NumberText::value(*entry.summary.loss)));
    return parts.join(kSeparator);
}

QString RunWords::sentence(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString RunWords::headline(const RunEntry& entry, const RunHistory& history)
{
    const bool live = entry.summary.state == RunState::Running;
    QStringList parts { live ? phase(history.phase) : sentence(state(entry.summary.state)) };
    if (live && history.phase != RunPhase::Training && history.phaseTotal > 0)
        parts.append(tr("%1 of %2")
                         .arg(NumberText::count(static_cast<std::int64_t>(history.phaseDone)),
                             NumberText::count(static_cast<std::int64_t>(history.phaseTotal))));
    if (history.step.isEmpty())
        return parts.join(kSeparator);
    const QString step = NumberText::count(static_cast<std::int64_t>(history.step.last()));
    parts.append(history.totalSteps > 0 ? tr("step %1 of %2").arg(step, NumberText::count(history.totalSteps))
                                        : tr("step %1").arg(step));
    parts.append(tr("epoch %1").arg(history.epoch, 0, 'f', 1));
    if (live)
        parts.append(tr("%1 tokens/s").arg(NumberText::value(history.tokensPerSecond.last())));
    if (const auto left = history.secondsLeft(); live && left && history.phase != RunPhase::Paused)
        parts.append(tr("%1 left").arg(NumberText::duration(*left)));
    return parts.join(kSeparator);
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_words.h"

#include "ui/widgets/engine_words.h"
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

QString RunWords::section(RunSection section)
{
    switch (section) {
    case RunSection::Queue:
        return tr("Queue");
    case RunSection::History:
        return tr("History");
    }
    return {};
}

QString RunWords::name(const RunEntry& entry)
{
    return QString::fromStdString(entry.notes.name.empty() ? entry.summary.info.name : entry.notes.name);
}

QStringList RunWords::distinctNames(const QList<RunEntry>& entries)
{
    QStringList names;
    QStringList titles;
    for (const RunEntry& entry : entries) {
        names.append(name(entry));
        titles.append(title(entry));
    }
    QStringList distinct;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString id = QString::fromStdString(entries[i].summary.run.id());
        const bool sameTitle = titles.count(titles[i]) > 1;
        distinct.append(names.count(names[i]) == 1 ? names[i] : sameTitle ? id : titles[i]);
    }
    return distinct;
}

QString RunWords::title(const RunEntry& entry)
{
    return entry.method ? name(entry) + kSeparator + method(*entry.method) : name(entry);
}

QString RunWords::listLine(const RunEntry& entry)
{
    if (entry.place)
        return *entry.place == 0 ? tr("queued · next") : tr("queued · place %1").arg(*entry.place + 1);
    QStringList parts { state(entry.summary.state) };
    if (entry.summary.state == RunState::Failed && !entry.summary.problem.empty())
        return parts.first() + kSeparator + EngineWords::text(QString::fromStdString(entry.summary.problem));
    if (entry.summary.state == RunState::Queued)
        return tr("not started");
    const QString step = NumberText::count(entry.summary.step);
    if (entry.summary.totalSteps > 0)
        parts.append(tr("step %1 of %2").arg(step, NumberText::count(entry.summary.totalSteps)));
    else if (entry.summary.step > 0)
        parts.append(tr("step %1").arg(step));
    if (entry.summary.loss)
        parts.append(tr("loss %1").arg(NumberText::value(*entry.summary.loss)));
    return parts.join(kSeparator);
}

QString RunWords::toolTip(const RunEntry& entry)
{
    const QString note = QString::fromStdString(entry.notes.note);
    const QString lines = title(entry) + QLatin1Char('\n') + listLine(entry);
    return note.isEmpty() ? lines : lines + QLatin1Char('\n') + note;
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
    if (entry.place || (entry.summary.state == RunState::Queued && !live))
        return sentence(listLine(entry));
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
    parts.append(tr("epoch %1").arg(history.epoch, 0, 'f', history.epoch < 1 ? 2 : 1));
    if (live)
        parts.append(tr("%1 tokens/s").arg(NumberText::value(history.tokensPerSecond.last())));
    if (const auto left = history.secondsLeft(); live && left && *left > 0 && history.phase != RunPhase::Paused)
        parts.append(tr("%1 left").arg(NumberText::duration(*left)));
    return parts.join(kSeparator);
}

QString RunWords::problem(const RunEntry& entry, const RunHistory& history)
{
    QStringList sentences;
    const QString told
        = history.error.isEmpty() ? QString::fromStdString(entry.summary.problem) : history.error;
    const RunState state = entry.summary.state;
    if (state == RunState::Failed || (state != RunState::Running && !entry.summary.problem.empty()))
        sentences.append(sentence(EngineWords::text(told)));
    if (state == RunState::Interrupted && !entry.place) {
        const QString from = NumberText::count(history.checkpoint);
        sentences.append(tr("The engine ended before the run did; nothing that was saved is lost."));
        sentences.append(history.checkpoint > 0
                ? tr("Resume goes on from the checkpoint of step %1.").arg(from)
                : tr("There is no checkpoint yet, so Resume begins at step 1."));
    }
    for (const QString& warning : history.warning.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        sentences.append(sentence(EngineWords::text(warning)));
    if (!entry.hasRecipe)
        sentences.append(
            tr("recipe.yaml is missing in the run's folder, so the run can be looked at, not resumed."));
    if (history.unreadable)
        sentences.append(tr("events.jsonl cannot be read. Give yourself the right to read it."));
    else if (history.damagedLines == 1)
        sentences.append(tr("One line of events.jsonl is damaged and was passed over."));
    else if (history.damagedLines > 1)
        sentences.append(tr("%1 lines of events.jsonl are damaged and were passed over.")
                             .arg(NumberText::count(history.damagedLines)));
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

} // namespace temper

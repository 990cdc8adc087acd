// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_header.h"

#include "ui/runs/run_words.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace temper {

RunHeader::RunHeader(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new ElidedLabel(LabelRole::Title))
    , m_dot(new QLabel)
    , m_line(new ElidedLabel(LabelRole::Muted))
    , m_progress(new ProgressLine(theme))
{
    auto* state = new QHBoxLayout;
    state->setSpacing(size::kGrid);
    state->addWidget(m_dot);
    state->addWidget(m_line, 1);
    auto* words = new QVBoxLayout;
    words->setSpacing(size::kGrid);
    words->addWidget(m_title);
    words->addLayout(state);
    auto* row = new QHBoxLayout;
    row->setSpacing(size::kSmallGap);
    row->addLayout(words, 1);
    m_probe = addButton(ControlCommand::Probe);
    m_save = addButton(ControlCommand::Save);
    m_pause = addButton(ControlCommand::Pause);
    m_resume = addButton(ControlCommand::Resume);
    m_stop = addButton(ControlCommand::Stop);
    m_stop->setProperty("role", QLatin1String("danger"));
    for (QPushButton* button : { m_probe, m_save, m_pause, m_resume, m_stop })
        row->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kGap);
    layout->addLayout(row);
    layout->addWidget(m_progress);
    retranslate();
    updateButtons();
}

QPushButton* RunHeader::addButton(ControlCommand command)
{
    auto* button = new QPushButton;
    connect(button, &QPushButton::clicked, this, [this, command] { Q_EMIT commandAsked(command); });
    return button;
}

void RunHeader::show(const RunEntry& entry, const RunHistory& history)
{
    m_title->setFullText(RunWords::title(entry));
    m_line->setFullText(RunWords::headline(entry, history));
    const RunState state = entry.summary.state;
    m_dot->setPixmap(
        m_theme.icon(RunWords::stateIcon(state), RunWords::stateColour(state)).pixmap(size::kSmallIcon));
    m_live = state == RunState::Running;
    m_paused = m_live && history.phase == RunPhase::Paused;
    const double total = static_cast<double>(history.totalSteps);
    m_progress->setFraction(total > 0 && !history.step.isEmpty() ? history.step.last() / total : 0);
    updateButtons();
}

void RunHeader::showReading(const RunEntry& entry)
{
    show(entry, {});
    m_line->setFullText(tr("Reading the events"));
}

void RunHeader::setBusy(bool busy)
{
    m_busy = busy;
    updateButtons();
}

void RunHeader::updateButtons()
{
    for (QPushButton* button : { m_probe, m_save, m_stop }) {
        button->setVisible(m_live);
        button->setEnabled(!m_busy);
    }
    m_pause->setVisible(m_live && !m_paused);
    m_pause->setEnabled(!m_busy);
    m_resume->setVisible(m_live && m_paused);
    m_resume->setEnabled(!m_busy);
}

void RunHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunHeader::retranslate()
{
    m_probe->setText(tr("Generate probe now"));
    m_probe->setToolTip(tr("Answers the fixed prompts with the model as it is now."));
    m_save->setText(tr("Save now"));
    m_save->setToolTip(tr("Writes a checkpoint after this step."));
    m_pause->setText(tr("Pause"));
    m_pause->setToolTip(tr("Waits after this step; nothing is lost."));
    m_resume->setText(tr("Resume"));
    m_resume->setToolTip(tr("Goes on with the next step."));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Saves a checkpoint and ends the run; it can be resumed."));
    m_progress->setAccessibleName(tr("Progress of the run"));
}

} // namespace temper

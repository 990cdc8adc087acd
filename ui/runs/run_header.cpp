// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_header.h"

#include "ui/runs/run_words.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace temper {

namespace {

constexpr int kTextIndent
    = size::kGrid + size::kSmallIcon + size::kSmallGap; // beside the star and the state's icon

bool canResume(const RunEntry& entry)
{
    const RunState state = entry.summary.state;
    return entry.hasRecipe && !entry.place
        && (state == RunState::Interrupted || state == RunState::Stopped || state == RunState::Failed
            || state == RunState::Queued);
}

} // namespace

RunHeader::RunHeader(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new ElidedLabel(LabelRole::Title))
    , m_star(new QToolButton)
    , m_dot(new QLabel)
    , m_line(new ElidedLabel(LabelRole::Muted))
    , m_setChange(makeLabel(LabelRole::Muted))
    , m_note(new QLineEdit)
    , m_progress(new ProgressLine(theme))
    , m_goOn(new QPushButton)
    , m_export(new QPushButton)
    , m_compare(new QPushButton)
    , m_menu(new QToolButton)
{
    auto* words = new QVBoxLayout;
    words->setSpacing(size::kGrid);
    makeTitle(*words);
    auto* row = new QHBoxLayout;
    row->setSpacing(size::kSmallGap);
    row->addLayout(words, 1);
    m_probe = addButton(ControlCommand::Probe);
    m_save = addButton(ControlCommand::Save);
    m_pause = addButton(ControlCommand::Pause);
    m_resume = addButton(ControlCommand::Resume);
    m_stop = addButton(ControlCommand::Stop);
    m_stop->setProperty("role", QLatin1String("danger"));
    m_goOn->setProperty("role", QLatin1String("primary"));
    m_compare->setProperty("role", QLatin1String("primary"));
    connect(m_goOn, &QPushButton::clicked, this, &RunHeader::resumeAsked);
    connect(m_export, &QPushButton::clicked, this, &RunHeader::exportAsked);
    connect(m_compare, &QPushButton::clicked, this, &RunHeader::compareAsked);
    m_menu->setFocusPolicy(Qt::TabFocus);
    m_menu->setIconSize(QSize(size::kIcon, size::kIcon));
    connect(m_menu, &QToolButton::clicked, this,
        [this] { Q_EMIT menuAsked(m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
    for (QWidget* button : std::initializer_list<QWidget*> {
             m_probe, m_save, m_pause, m_resume, m_stop, m_goOn, m_export, m_compare, m_menu })
        row->addWidget(button, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kSmallGap);
    layout->addLayout(row);
    layout->addWidget(m_progress);
    connect(&theme, &Theme::changed, this, &RunHeader::repaintIcons);
    repaintIcons();
    retranslate();
    updateButtons();
}

void RunHeader::makeTitle(QVBoxLayout& words)
{
    m_star->setCheckable(true);
    m_star->setFocusPolicy(Qt::TabFocus);
    m_star->setIconSize(QSize(size::kSmallIcon, size::kSmallIcon));
    connect(m_star, &QToolButton::clicked, this, &RunHeader::starAsked);
    connect(m_star, &QToolButton::toggled, this, &RunHeader::repaintIcons);
    auto* title = new QHBoxLayout;
    title->setSpacing(size::kGrid);
    title->addWidget(m_star);
    title->addWidget(m_title, 1);
    auto* state = new QHBoxLayout;
    state->setContentsMargins(size::kGrid, 0, 0, 0);
    state->setSpacing(size::kSmallGap);
    state->addWidget(m_dot);
    state->addWidget(m_line, 1);
    m_note->setProperty("role", QLatin1String("quiet"));
    connect(m_note, &QLineEdit::editingFinished, this, [this] {
        if (m_note->isModified()) {
            m_note->setModified(false);
            Q_EMIT noteWritten(m_note->text().trimmed());
        }
    });
    words.addLayout(title);
    words.addLayout(state);
    words.addWidget(m_setChange);
    m_setChange->setContentsMargins(kTextIndent, 0, 0, 0);
    auto* note = new QHBoxLayout;
    note->setContentsMargins(kTextIndent - size::kGrid, 0, 0, 0);
    note->addWidget(m_note);
    words.addLayout(note);
    m_setChange->hide();
}

QPushButton* RunHeader::addButton(ControlCommand command)
{
    auto* button = new QPushButton;
    connect(button, &QPushButton::clicked, this, [this, command] { Q_EMIT commandAsked(command); });
    return button;
}

void RunHeader::show(const RunEntry& entry, const RunHistory& history)
{
    m_single = true;
    m_title->setFullText(RunWords::title(entry));
    m_line->setFullText(RunWords::headline(entry, history));
    const RunState state = entry.place ? RunState::Queued : entry.summary.state;
    m_dot->setPixmap(
        m_theme.icon(RunWords::stateIcon(state), RunWords::stateColour(state)).pixmap(size::kSmallIcon));
    m_live = state == RunState::Running;
    m_paused = m_live && history.phase == RunPhase::Paused;
    m_resumable = canResume(entry) && !m_readOnly;
    m_hasResult = state == RunState::Done;
    const double total = static_cast<double>(history.totalSteps);
    m_progress->setFraction(total > 0 && !history.step.isEmpty() ? history.step.last() / total : 0);
    m_goOn->setText(state == RunState::Queued ? tr("Start") : tr("Resume"));
    showNotes(entry);
    updateButtons();
}

void RunHeader::showNotes(const RunEntry& entry)
{
    const QString run = QString::fromStdString(entry.summary.run.id());
    m_star->setChecked(entry.notes.starred);
    const bool isWriting = run == m_run && m_note->hasFocus();
    m_run = run;
    const QString note = QString::fromStdString(entry.notes.note);
    if (!isWriting && m_note->text() != note)
        m_note->setText(note);
    m_note->setReadOnly(m_readOnly);
    m_star->setEnabled(!m_readOnly);
}

void RunHeader::showReading(const RunEntry& entry, double fraction)
{
    show(entry, {});
    m_line->setFullText(fraction > 0 ? tr("Reading the events, %1 %").arg(static_cast<int>(100 * fraction))
                                     : tr("Reading the events"));
    m_progress->setFraction(fraction);
}

void RunHeader::showSeveral(const QList<RunEntry>& entries)
{
    m_single = false;
    m_live = false;
    m_resumable = false;
    m_hasResult = false;
    m_run.clear();
    m_title->setFullText(tr("%1 runs over one another").arg(entries.size()));
    QStringList names;
    for (const RunEntry& entry : entries)
        names.append(RunWords::title(entry));
    m_line->setFullText(names.join(QStringLiteral(", ")));
    m_dot->setPixmap(m_theme.icon(QStringLiteral("runs")).pixmap(size::kSmallIcon));
    m_progress->setFraction(0);
    updateButtons();
}

void RunHeader::setSetChange(const QString& sentence)
{
    m_setChange->setText(sentence);
    m_setChange->setVisible(m_single && !sentence.isEmpty());
}

void RunHeader::setBusy(bool busy)
{
    m_busy = busy;
    updateButtons();
}

void RunHeader::updateButtons()
{
    for (QPushButton* button : { m_probe, m_save, m_stop })
        button->setVisible(m_live);
    m_pause->setVisible(m_live && !m_paused);
    m_resume->setVisible(m_live && m_paused);
    m_goOn->setVisible(m_resumable);
    m_export->setVisible(m_hasResult);
    m_compare->setVisible(m_hasResult);
    for (QPushButton* button : { m_probe, m_save, m_stop, m_pause, m_resume, m_goOn })
        button->setEnabled(!m_busy);
    for (QWidget* widget : std::initializer_list<QWidget*> { m_star, m_note, m_progress })
        widget->setVisible(m_single);
    m_setChange->setVisible(m_single && !m_setChange->text().isEmpty());
}

void RunHeader::repaintIcons()
{
    m_star->setIcon(m_theme.icon(m_star->isChecked() ? QStringLiteral("star-filled") : QStringLiteral("star"),
        m_star->isChecked() ? Colour::Warn : Colour::Faint));
    m_menu->setIcon(m_theme.icon(QStringLiteral("menu")));
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
    m_goOn->setText(tr("Resume"));
    m_goOn->setToolTip(tr("The engine goes on from the last checkpoint, also when this window is closed."));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Saves a checkpoint and ends the run; it can be resumed."));
    m_export->setText(tr("Export"));
    m_export->setToolTip(tr("Adapter or merged model, in forms that others read."));
    m_compare->setText(tr("Compare"));
    m_compare->setToolTip(tr("Base and tuned model answer the same prompts, side by side."));
    m_star->setAccessibleName(tr("Star"));
    m_star->setToolTip(tr("Mark this run with a star"));
    m_menu->setAccessibleName(tr("More for this run"));
    m_menu->setToolTip(tr("Rename, order, delete"));
    m_note->setPlaceholderText(tr("Add a note"));
    m_note->setAccessibleName(tr("Note"));
    m_progress->setAccessibleName(tr("Progress of the run"));
}

} // namespace temper

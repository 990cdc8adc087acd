// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/step_strip.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace temper {

namespace {

constexpr int kRefreshMilliseconds = 5000;
constexpr int kStripHeight = 36;

PageId pageOf(ProjectStep step)
{
    switch (step) {
    case ProjectStep::AddData:
        return PageId::Data;
    case ProjectStep::ChooseModel:
        return PageId::Model;
    case ProjectStep::Train:
        return PageId::Train;
    case ProjectStep::Compare:
        return PageId::Compare;
    case ProjectStep::Export:
        return PageId::Export;
    }
    return PageId::Data;
}

QString wordsOf(ProjectStep step)
{
    switch (step) {
    case ProjectStep::AddData:
        return StepStrip::tr("Add data");
    case ProjectStep::ChooseModel:
        return StepStrip::tr("Choose a model");
    case ProjectStep::Train:
        return StepStrip::tr("Train");
    case ProjectStep::Compare:
        return StepStrip::tr("Compare");
    case ProjectStep::Export:
        return StepStrip::tr("Export");
    }
    return {};
}

} // namespace

StepStrip::StepStrip(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_lead(makeLabel(LabelRole::Group))
    , m_reading(this)
{
    setFixedHeight(kStripHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(size::kPageMargin, 0, size::kPageMargin, 0);
    row->setSpacing(size::kGrid);
    row->addWidget(m_lead);
    row->addSpacing(size::kSmallGap);
    for (const ProjectStep step : kProjectSteps) {
        auto* button = new QToolButton;
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize(QSize(size::kSmallIcon, size::kSmallIcon));
        button->setProperty("role", QLatin1String("step"));
        button->setCheckable(true);
        connect(button, &QToolButton::clicked, this, [this, step] {
            retell(); // a click moves to the page; which step is next, the project says
            Q_EMIT pageAsked(pageOf(step));
        });
        m_steps[static_cast<std::size_t>(step)] = button;
        row->addWidget(button);
    }
    row->addStretch(1);
    connect(&m_refresh, &QTimer::timeout, this, &StepStrip::look);
    connect(&theme, &Theme::changed, this, &StepStrip::retell);
    hide();
}

void StepStrip::setProject(const OpenProject& project)
{
    closeProject();
    m_project = project;
    m_refresh.start(kRefreshMilliseconds);
    look();
}

void StepStrip::closeProject()
{
    m_project.reset();
    m_refresh.stop();
    m_reading.cancel();
    m_isLooking = false;
    hide();
}

void StepStrip::look()
{
    if (m_isLooking || !m_project)
        return;
    m_isLooking = true;
    m_reading.start(
        [folder = m_project->folder](
            const std::stop_token&) { return readProgress(Project::open(folder, ProjectAccess::ReadOnly)); },
        [this](const ProjectProgress& progress) {
            m_isLooking = false;
            show(progress);
        },
        [this](const Error&) { m_isLooking = false; }); // the pages tell what is wrong with the project
}

void StepStrip::show(const ProjectProgress& progress)
{
    m_progress = progress;
    retell();
    setVisible(nextStep(progress).has_value());
}

void StepStrip::retell()
{
    const std::optional<ProjectStep> next = nextStep(m_progress);
    m_lead->setText(tr("Next step"));
    for (const ProjectStep step : kProjectSteps) {
        QToolButton* button = m_steps[static_cast<std::size_t>(step)];
        const bool isNext = step == next;
        const bool isDone = next ? step < *next : true;
        QString words = wordsOf(step);
        if (isNext && step == ProjectStep::Train && m_progress.isTraining)
            words = tr("Training…");
        button->setText(words);
        button->setChecked(isNext);
        const QString state = isDone ? tr("done") : isNext ? tr("next") : tr("later");
        button->setAccessibleName(words + QStringLiteral(", ") + state);
        button->setIcon(isDone ? m_theme.icon(QStringLiteral("done"), Colour::Good)
                : isNext       ? m_theme.icon(QStringLiteral("resume"), Colour::AccentText)
                               : m_theme.icon(QStringLiteral("queued"), Colour::Faint));
    }
}

void StepStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(m_theme.colour(Colour::Line));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

void StepStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retell();
}

} // namespace temper

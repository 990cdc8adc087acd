// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/set_maker.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/progress_strip.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace temper {

SetMaker::SetMaker(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel(LabelRole::Title))
    , m_line(makeLabel(LabelRole::Muted))
    , m_cancel(new QPushButton)
    , m_go(new QPushButton)
    , m_notice(new Notice(theme))
    , m_progress(new ProgressStrip(theme))
    , m_column(new QVBoxLayout(this))
    , m_job(this)
{
    m_go->setProperty("role", QLatin1String("primary"));
    auto* words = new QVBoxLayout;
    words->setSpacing(size::kGrid);
    words->addWidget(m_title);
    words->addWidget(m_line);
    auto* head = new QHBoxLayout;
    head->setSpacing(size::kSmallGap);
    head->addLayout(words, 1);
    head->addWidget(m_cancel);
    head->addWidget(m_go);
    m_column->setContentsMargins(size::kPageMargin, size::kPageMargin, size::kPageMargin, size::kPageMargin);
    m_column->setSpacing(size::kGap);
    m_column->addLayout(head);
    m_column->addWidget(m_notice);
    m_column->addWidget(m_progress);
    connect(m_cancel, &QPushButton::clicked, this, &SetMaker::closed);
    connect(new QShortcut(QKeySequence::Cancel, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
        &QShortcut::activated, m_cancel, &QPushButton::click);
    connect(m_go, &QPushButton::clicked, this, [this] { start(); });
    connect(m_progress, &ProgressStrip::stopAsked, this, [this] {
        m_progress->setStopping();
        m_job.stop();
    });
}

void SetMaker::setWords(const QString& title, const QString& line, const QString& go)
{
    m_title->setText(title);
    m_line->setText(line);
    m_go->setText(go);
    m_cancel->setText(tr("Cancel"));
}

void SetMaker::setStartable(bool startable)
{
    m_go->setEnabled(startable && !m_job.isRunning());
}

void SetMaker::startOnReturn(QLineEdit& field)
{
    connect(&field, &QLineEdit::returnPressed, m_go, &QPushButton::click); // nothing while it is disabled
}

void SetMaker::hideNotice()
{
    m_notice->hide();
}

void SetMaker::run(const QString& phase, const QString& stopped, Work work)
{
    m_notice->hide();
    m_progress->begin(phase);
    m_job.start(
        [folder = m_project, work = std::move(work)](
            const ProgressFunction& progress, const std::stop_token& stop) {
            Project project = Project::open(folder);
            return work(project, progress, stop);
        },
        { [this](const Progress& progress) { m_progress->advance(progress); },
            [this](const QString& name) {
                setBusy(false);
                Q_EMIT made(name);
            },
            [this, stopped](const Error& error) {
                setBusy(false);
                if (error.kind() == ErrorKind::Cancelled)
                    m_notice->showText(stopped);
                else
                    m_notice->showError(error);
            } });
    setBusy(true);
}

void SetMaker::setBusy(bool busy)
{
    if (!busy)
        m_progress->end();
    for (QWidget* form : m_forms)
        form->setEnabled(!busy);
    m_cancel->setEnabled(!busy);
    check();
}

void SetMaker::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace temper

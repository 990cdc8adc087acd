// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/train_header.h"

#include "ui/shell/theme/tokens.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace temper {

TrainHeader::TrainHeader(QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(LabelRole::Title))
    , m_line(new ElidedLabel(LabelRole::Muted))
    , m_open(new QPushButton)
    , m_save(new QPushButton)
    , m_queue(new QPushButton)
    , m_start(new QPushButton)
{
    auto* words = new QVBoxLayout;
    words->setSpacing(size::kGrid);
    words->addWidget(m_title);
    words->addWidget(m_line);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kSmallGap);
    row->addLayout(words, 1);
    for (QPushButton* button : { m_open, m_save, m_queue, m_start })
        row->addWidget(button);
    m_start->setProperty("role", QLatin1String("primary"));
    m_start->setObjectName(QStringLiteral("start"));
    connect(m_open, &QPushButton::clicked, this, &TrainHeader::openAsked);
    connect(m_save, &QPushButton::clicked, this, &TrainHeader::saveAsked);
    connect(m_queue, &QPushButton::clicked, this, &TrainHeader::queueAsked);
    connect(m_start, &QPushButton::clicked, this, &TrainHeader::startAsked);
    setStartable(false);
    retranslate();
}

void TrainHeader::setLine(const QString& text)
{
    m_line->setFullText(text);
}

void TrainHeader::setRuns(std::size_t runs)
{
    m_runs = runs;
    retranslate();
}

void TrainHeader::setStartable(bool startable)
{
    m_start->setEnabled(startable);
    m_queue->setEnabled(startable);
}

void TrainHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrainHeader::retranslate()
{
    m_title->setFullText(m_runs > 1 ? tr("%1 new runs").arg(m_runs) : tr("New run"));
    m_open->setText(tr("Open recipe…"));
    m_open->setToolTip(tr("Opens a recipe.yaml, or one written for LLaMA-Factory."));
    m_save->setText(tr("Save recipe…"));
    m_queue->setText(tr("Add to queue"));
    m_queue->setToolTip(tr("Puts the run behind those that wait, and stays here for the next one."));
    m_start->setText(m_runs > 1 ? tr("Start %1 runs").arg(m_runs) : tr("Start training"));
    m_start->setToolTip(tr("The run goes on when this window is closed."));
}

} // namespace temper

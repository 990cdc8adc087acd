// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_title.h"

#include "ui/shell/theme/tokens.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace temper {

CompareTitle::CompareTitle(QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel(LabelRole::Title))
    , m_line(makeLabel(LabelRole::Muted))
    , m_conversation(addMode())
    , m_batch(addMode())
    , m_copy(new QPushButton)
    , m_new(new QPushButton)
{
    auto* words = new QVBoxLayout;
    words->setSpacing(size::kGrid);
    words->addWidget(m_title);
    words->addWidget(m_line);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kSmallGap);
    row->addLayout(words, 1);
    row->addWidget(m_conversation);
    row->addWidget(m_batch);
    row->addSpacing(size::kSmallGap);
    row->addWidget(m_copy);
    row->addWidget(m_new);
    m_conversation->setChecked(true);
    connect(m_batch, &QPushButton::toggled, this, &CompareTitle::modeChanged);
    auto* forms = new QMenu(m_copy);
    m_copyMarkdown = forms->addAction(QString(), this, [this] { Q_EMIT copyAsked(TextForm::Markdown); });
    m_copyText = forms->addAction(QString(), this, [this] { Q_EMIT copyAsked(TextForm::Plain); });
    m_copy->setMenu(forms);
    connect(m_new, &QPushButton::clicked, this, &CompareTitle::newAsked);
    retranslate();
}

QPushButton* CompareTitle::addMode()
{
    auto* button = new QPushButton(this);
    button->setProperty("role", QLatin1String("toggle"));
    button->setCheckable(true);
    button->setAutoExclusive(true);
    return button;
}

CompareMode CompareTitle::mode() const
{
    return m_batch->isChecked() ? CompareMode::Batch : CompareMode::Conversation;
}

void CompareTitle::setMode(CompareMode mode)
{
    (mode == CompareMode::Batch ? m_batch : m_conversation)->setChecked(true);
}

void CompareTitle::setSpoken(bool spoken)
{
    m_copy->setEnabled(spoken);
    m_new->setEnabled(spoken);
}

void CompareTitle::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CompareTitle::retranslate()
{
    m_title->setText(tr("Compare"));
    m_line->setText(tr("Same prompt, sampling and seed on both sides"));
    m_conversation->setText(tr("Conversation"));
    m_batch->setText(tr("Batch"));
    m_copy->setText(tr("Copy"));
    m_copyMarkdown->setText(tr("The conversation as Markdown"));
    m_copyText->setText(tr("The conversation as text"));
    m_new->setText(tr("New conversation"));
}

} // namespace temper

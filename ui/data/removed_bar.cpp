// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/removed_bar.h"

#include "ui/shell/theme/tokens.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace temper {

RemovedBar::RemovedBar(QWidget* parent)
    : QWidget(parent)
    , m_words(makeLabel(LabelRole::Base))
    , m_bringBack(new QPushButton)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(size::kPageMargin, size::kSmallGap, size::kPageMargin, 0);
    row->addWidget(m_words);
    row->addWidget(m_bringBack);
    row->addStretch();
    connect(m_bringBack, &QPushButton::clicked, this, [this] {
        const QString set = m_sets.takeLast();
        showSets();
        Q_EMIT bringBackAsked(set);
    });
    showSets();
}

void RemovedBar::add(const QString& set)
{
    m_sets.append(set);
    showSets();
}

void RemovedBar::clear()
{
    m_sets.clear();
    showSets();
}

void RemovedBar::showSets()
{
    setVisible(!m_sets.isEmpty());
    if (m_sets.isEmpty())
        return;
    const bool one = m_sets.size() == 1;
    m_words->setText(one ? tr("The set %1 was deleted.").arg(m_sets.last())
                         : tr("The sets %1 were deleted.").arg(m_sets.join(QStringLiteral(", "))));
    m_bringBack->setText(one ? tr("Bring back") : tr("Bring back %1").arg(m_sets.last()));
}

void RemovedBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showSets();
}

} // namespace temper

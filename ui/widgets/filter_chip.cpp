// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_chip.h"

#include <QEvent>

namespace temper {

namespace {
constexpr qsizetype kMostLetters = 40;
}

FilterChip::FilterChip(QWidget* parent)
    : QPushButton(parent)
{
    setProperty("role", QLatin1String("chip"));
    hide();
}

void FilterChip::setFilter(const QString& words)
{
    m_words = words;
    setVisible(!words.isEmpty());
    retranslate();
}

void FilterChip::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FilterChip::retranslate()
{
    const QString shown
        = m_words.size() > kMostLetters ? m_words.left(kMostLetters) + QChar(0x2026) : m_words;
    setText(shown + QStringLiteral("  ") + QChar(0x2715));
    setAccessibleName(tr("Take off the filter %1").arg(m_words));
    setToolTip(accessibleName());
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme/styled_parts.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>

namespace temper {

namespace {
constexpr int kRestMilliseconds = 150; // between two hidden parts, for what the person does meanwhile
}

StyledParts::StyledParts()
{
    qApp->installEventFilter(this);
    m_later.setInterval(kRestMilliseconds);
    connect(&m_later, &QTimer::timeout, this, &StyledParts::dressNextHidden);
}

void StyledParts::add(QWidget& part)
{
    if (m_parts.contains(&part))
        return;
    m_parts.append(&part);
    connect(&part, &QObject::destroyed, this, [this, gone = &part] {
        m_parts.removeAll(gone);
        m_stale.removeAll(gone);
    });
    dress(part);
}

void StyledParts::setSheet(const QString& sheet)
{
    if (sheet == m_sheet)
        return;
    m_sheet = sheet;
    m_stale = m_parts;
    for (QWidget* part : m_parts) {
        if (part->isVisible())
            dress(*part);
    }
    m_later.start();
}

void StyledParts::dress(QWidget& part)
{
    m_stale.removeAll(&part);
    part.setStyleSheet(m_sheet);
}

void StyledParts::dressNextHidden()
{
    if (m_stale.isEmpty())
        m_later.stop();
    else
        dress(*m_stale.first());
}

void StyledParts::meetWindow(QWidget& window)
{
    const bool inherits = window.parentWidget() && !qobject_cast<QDialog*>(&window);
    for (const QWidget* part : m_parts) {
        if (inherits || window.isAncestorOf(part))
            return;
    }
    if (!inherits)
        add(window);
}

bool StyledParts::eventFilter(QObject* watched, QEvent* event)
{
    if ((event->type() != QEvent::Polish && event->type() != QEvent::Show) || !watched->isWidgetType())
        return false;
    auto* widget = static_cast<QWidget*>(watched);
    if (event->type() == QEvent::Show && m_stale.contains(widget))
        dress(*widget);
    else if (event->type() == QEvent::Polish && widget->isWindow())
        meetWindow(*widget);
    return false;
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text_label.h"

#include <QDir>
#include <QEvent>
#include <QStyle>
#include <QVariant>

namespace temper {

namespace {

const char* roleName(LabelRole role)
{
    switch (role) {
    case LabelRole::Base:
        return "base";
    case LabelRole::Small:
        return "small";
    case LabelRole::Muted:
        return "muted";
    case LabelRole::Faint:
        return "faint";
    case LabelRole::Group:
        return "group";
    case LabelRole::Section:
        return "section";
    case LabelRole::Strong:
        return "strong";
    case LabelRole::Title:
        return "title";
    case LabelRole::Warn:
        return "warn";
    case LabelRole::Bad:
        return "bad";
    }
    return "base";
}

} // namespace

QLabel* makeLabel(LabelRole role, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    setLabelRole(*label, role);
    return label;
}

void setLabelRole(QLabel& label, LabelRole role)
{
    label.setProperty("role", QLatin1String(roleName(role)));
    label.style()->unpolish(&label);
    label.style()->polish(&label);
}

ElidedLabel::ElidedLabel(LabelRole role, QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setLabelRole(*this, role);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ElidedLabel::setFullText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    elide();
    updateGeometry();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return QSize(fontMetrics().averageCharWidth() * 4, fontMetrics().height());
}

QSize ElidedLabel::sizeHint() const
{
    return QSize(fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height());
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        elide();
}

void ElidedLabel::elide()
{
    const bool isPath = QDir::isAbsolutePath(m_text); // whose end tells more than its middle
    const QString shown
        = fontMetrics().elidedText(m_text, isPath ? Qt::ElideMiddle : Qt::ElideRight, width());
    setText(shown);
    setToolTip(shown == m_text ? QString() : m_text);
}

} // namespace temper

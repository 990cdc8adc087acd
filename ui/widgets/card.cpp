// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QPainter>
#include <QVBoxLayout>

namespace temper {

Card::Card(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(makeLabel(LabelRole::Strong))
    , m_note(makeLabel(LabelRole::Faint))
    , m_titleRow(new QHBoxLayout)
    , m_content(new QVBoxLayout)
{
    m_titleRow->setSpacing(size::kSmallGap);
    m_titleRow->addWidget(m_title);
    m_titleRow->addStretch();
    m_titleRow->addWidget(m_note);
    m_content->setSpacing(size::kSmallGap);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(size::kGap, size::kSmallGap, size::kGap, size::kGap);
    layout->setSpacing(size::kGrid);
    layout->addLayout(m_titleRow);
    layout->addLayout(m_content, 1);
    m_title->hide(); // an empty line would push the content down
    m_note->hide();
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setHidden(title.isEmpty());
}

void Card::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setHidden(note.isEmpty());
}

QString Card::title() const
{
    return m_title->text();
}

void Card::addToTitleRow(QWidget* widget)
{
    m_titleRow->addWidget(widget);
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.colour(Colour::Line));
    painter.setBrush(m_theme.colour(Colour::Surface));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), size::kCardRadius, size::kCardRadius);
}

} // namespace temper

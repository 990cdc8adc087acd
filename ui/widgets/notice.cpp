// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/engine_words.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace temper {

Notice::Notice(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel)
    , m_text(makeLabel(LabelRole::Base))
    , m_close(new QToolButton)
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setIconSize(QSize(size::kSmallIcon, size::kSmallIcon));
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(size::kGap, size::kSmallGap, size::kSmallGap, size::kSmallGap);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    connect(&theme, &Theme::changed, this, &Notice::repaintIcons);
    repaintIcons();
    retranslate();
    hide();
}

void Notice::showError(const Error& error)
{
    showText(EngineWords::error(error));
    m_error = error;
}

void Notice::showText(const QString& text)
{
    m_error.reset();
    m_text->setText(text);
    setAccessibleName(text);
    show();
}

QString Notice::text() const
{
    return m_text->text();
}

void Notice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.colour(Colour::Bad));
    painter.setBrush(m_theme.colour(Colour::Surface));
    painter.drawRoundedRect(
        QRectF(contentsRect()).adjusted(0.5, 0.5, -0.5, -0.5), size::kRadius, size::kRadius);
}

void Notice::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Notice::retranslate()
{
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setToolTip(tr("Dismiss"));
    if (m_error && !isHidden())
        showError(Error(*m_error));
}

void Notice::repaintIcons()
{
    m_icon->setPixmap(m_theme.icon(QStringLiteral("warning"), Colour::Bad).pixmap(size::kIcon));
    m_close->setIcon(m_theme.icon(QStringLiteral("remove")));
}

} // namespace temper

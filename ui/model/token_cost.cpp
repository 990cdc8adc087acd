// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/token_cost.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/number_text.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace temper {

namespace {

constexpr int kBarHeight = 8;
constexpr int kRowHeight = 40; // words over their bar

QString figure(double tokens)
{
    return QString::number(tokens, 'f', 2);
}

} // namespace

TokenCost::TokenCost(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(2 * kRowHeight);
}

void TokenCost::setCost(double englishTokens, double chineseTokens)
{
    m_english = englishTokens;
    m_chinese = chineseTokens;
    retell();
}

QSize TokenCost::sizeHint() const
{
    return { 240, 2 * kRowHeight };
}

QList<TokenCost::Bar> TokenCost::bars() const
{
    return { { tr("English"), m_english }, { tr("Chinese"), m_chinese } };
}

void TokenCost::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double longest = std::max({ 1.0, m_english, m_chinese });
    int top = 0;
    for (const Bar& bar : bars()) {
        paintBar(painter, QRect(0, top, width(), kRowHeight), bar, longest);
        top += kRowHeight;
    }
}

void TokenCost::paintBar(QPainter& painter, const QRect& area, const Bar& bar, double longest) const
{
    const QRect words(area.left(), area.top(), area.width(), kRowHeight - kBarHeight - size::kGap);
    painter.setFont(m_theme.font(TextRole::Base));
    painter.setPen(m_theme.colour(Colour::Muted));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, bar.language);
    painter.setPen(m_theme.colour(Colour::Text));
    painter.drawText(
        words, Qt::AlignRight | Qt::AlignVCenter, tr("%1 tokens a character").arg(figure(bar.tokens)));
    QRectF track(area.left(), words.bottom() + size::kGrid, area.width(), kBarHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Colour::Line));
    painter.drawRoundedRect(track, kBarHeight / 2.0, kBarHeight / 2.0);
    track.setWidth(std::max<double>(kBarHeight, track.width() * bar.tokens / longest));
    painter.setBrush(m_theme.colour(Colour::Accent));
    painter.drawRoundedRect(track, kBarHeight / 2.0, kBarHeight / 2.0);
}

void TokenCost::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retell();
}

void TokenCost::retell()
{
    QStringList told;
    for (const Bar& bar : bars())
        told << bar.language + QStringLiteral(": ") + tr("%1 tokens a character").arg(figure(bar.tokens));
    setAccessibleName(told.join(QStringLiteral("; ")));
    update();
}

} // namespace temper

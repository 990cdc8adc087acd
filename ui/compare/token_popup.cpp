// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/token_popup.h"

#include "ui/shell/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace temper {

namespace {

constexpr int kWidth = 248;
constexpr int kTitleHeight = 24;
constexpr int kRowHeight = 22;
constexpr int kTextWidth = 96;
constexpr int kFigureWidth = 52;
constexpr int kBarHeight = 6;

// Blanks and line ends are what tokens often begin with: they are shown.
QString visible(const std::string& text)
{
    QString shown = QString::fromStdString(text);
    shown.replace(QLatin1Char(' '), QChar(0x00B7));
    shown.replace(QLatin1Char('\n'), QChar(0x21B5));
    shown.replace(QLatin1Char('\t'), QChar(0x2192));
    return shown.isEmpty() ? QStringLiteral("–") : shown;
}

QString chanceText(double chance)
{
    return chance < 0.0005 ? QStringLiteral("< 0.001") : QString::number(chance, 'f', 3);
}

} // namespace

TokenPopup::TokenPopup(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void TokenPopup::showToken(const AnswerToken& token, const QRect& place)
{
    const double chance = std::exp(token.logProbability);
    m_title = tr("Token %1 · probability %2").arg(token.id).arg(chanceText(chance));
    m_rows.clear();
    bool found = false;
    for (const TokenAlternative& other : token.top) {
        const bool chosen = !found && other.text == token.text;
        found = found || chosen;
        m_rows.append({ visible(other.text), std::exp(other.logProbability), chosen });
    }
    if (!found)
        m_rows.append({ visible(token.text), chance, true });
    QStringList spoken { m_title };
    for (const Row& row : std::as_const(m_rows))
        spoken.append(row.text + QLatin1Char(' ') + chanceText(row.chance));
    setAccessibleName(spoken.join(QStringLiteral(", ")));

    resize(sizeHint());
    const QRect near(parentWidget()->mapFromGlobal(place.topLeft()), place.size());
    const int x = std::clamp(near.left(), 0, std::max(0, parentWidget()->width() - width()));
    const bool below = near.bottom() + size::kGrid + height() < parentWidget()->height();
    move(x, below ? near.bottom() + size::kGrid : near.top() - size::kGrid - height());
    raise();
    show();
    update();
}

QSize TokenPopup::sizeHint() const
{
    return { kWidth, 2 * size::kSmallGap + kTitleHeight + kRowHeight * static_cast<int>(m_rows.size()) };
}

void TokenPopup::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.colour(Colour::StrongLine));
    painter.setBrush(m_theme.colour(Colour::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), size::kRadius, size::kRadius);
    QRect area = rect().adjusted(size::kGap, size::kSmallGap, -size::kGap, -size::kSmallGap);
    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(m_theme.colour(Colour::Muted));
    painter.drawText(QRect(area.topLeft(), QSize(area.width(), kTitleHeight)), Qt::AlignVCenter, m_title);
    area.setTop(area.top() + kTitleHeight);
    for (const Row& row : m_rows) {
        paintRow(painter, QRect(area.topLeft(), QSize(area.width(), kRowHeight)), row);
        area.setTop(area.top() + kRowHeight);
    }
}

void TokenPopup::paintRow(QPainter& painter, const QRect& area, const Row& row) const
{
    QFont mono = m_theme.font(TextRole::Monospace);
    mono.setBold(row.chosen);
    painter.setFont(mono);
    painter.setPen(m_theme.colour(row.chosen ? Colour::AccentText : Colour::Text));
    const QRect text(area.left(), area.top(), kTextWidth, area.height());
    painter.drawText(
        text, Qt::AlignVCenter, painter.fontMetrics().elidedText(row.text, Qt::ElideRight, text.width()));

    const QRect bar(text.right() + size::kSmallGap, area.center().y() - kBarHeight / 2,
        area.width() - kTextWidth - kFigureWidth - 2 * size::kSmallGap, kBarHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Colour::Line));
    painter.drawRoundedRect(bar, kBarHeight / 2, kBarHeight / 2);
    painter.setBrush(m_theme.colour(row.chosen ? Colour::Accent : Colour::FieldBorder));
    const int filled = static_cast<int>(std::lround(bar.width() * row.chance));
    if (filled > 1)
        painter.drawRoundedRect(
            QRect(bar.topLeft(), QSize(filled, kBarHeight)), kBarHeight / 2, kBarHeight / 2);

    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(m_theme.colour(row.chosen ? Colour::Text : Colour::Muted));
    painter.drawText(QRect(area.right() - kFigureWidth + 1, area.top(), kFigureWidth, area.height()),
        Qt::AlignVCenter | Qt::AlignRight, chanceText(row.chance));
}

} // namespace temper

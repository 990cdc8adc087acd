// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TokenView that draws.
#include "ui/shell/theme/theme.h"
#include "ui/widgets/token_chip.h"
#include "ui/widgets/token_view.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace temper {

namespace {

constexpr int kUnderline = 2;
constexpr double kTint = 0.20;

QColor blend(const QColor& under, const QColor& over, double share)
{
    const auto part = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(part(under.redF(), over.redF()), part(under.greenF(), over.greenF()),
        part(under.blueF(), over.blueF()));
}

} // namespace

void TokenView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const int offset = verticalScrollBar()->value();
    painter.translate(0, -offset);
    for (int line = firstVisibleLine(); line < m_lines.size(); ++line) {
        if (m_lines[line].top - offset > event->rect().bottom())
            break;
        paintLine(painter, m_lines[line], lineEnd(line));
    }
}

void TokenView::paintLine(QPainter& painter, const Line& line, int end) const
{
    for (int token = line.first; token < end; ++token) {
        paintChip(painter, token, m_chips[token]);
        const int group = m_sequence->tokens[token].characters;
        if (group >= 0 && m_sequence->shared[group].first == token)
            paintShared(painter, m_sequence->shared[group], line);
    }
}

void TokenView::paintChip(QPainter& painter, int token, const QRect& area) const
{
    const ShownToken& shown = m_sequence->tokens[token];
    const QColor surface = m_theme.colour(Colour::Surface);
    const bool marked = token == m_current || token == m_hovered;
    const QColor fill = shown.supervised ? blend(surface, m_theme.colour(Colour::Accent), kTint)
                                         : m_theme.colour(Colour::Window);
    const QRectF frame = QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setBrush(fill);
    painter.setPen(marked ? QPen(m_theme.colour(Colour::Accent), token == m_current ? size::kFocusRing : 1)
                          : QPen(m_theme.colour(shown.supervised ? Colour::StrongLine : Colour::Line)));
    painter.drawRoundedRect(frame, size::kGrid, size::kGrid);
    if (shown.supervised) {
        const QRectF bar(
            area.left() + 3, area.top() + token_chip::kTextHeight - kUnderline, area.width() - 6, kUnderline);
        painter.fillRect(bar, m_theme.colour(Colour::Accent));
    }
    const bool quiet = shown.kind != TokenKind::Text || !shown.supervised;
    painter.setFont(m_font);
    painter.setPen(m_theme.colour(quiet ? Colour::Muted : Colour::Text));
    const QRect text(area.left(), area.top(), area.width(), token_chip::kTextHeight - 1);
    painter.drawText(text, Qt::AlignCenter | Qt::TextSingleLine, shown.text.left(token_chip::kMostLetters));
    if (m_ids == TokenIds::Hidden)
        return;
    painter.setFont(m_small);
    painter.setPen(m_theme.colour(shown.supervised ? Colour::Muted : Colour::Faint));
    painter.drawText(
        QRect(area.left(), area.top() + token_chip::kTextHeight, area.width(), token_chip::kIdHeight - 1),
        Qt::AlignCenter | Qt::TextSingleLine, QString::number(shown.id));
}

// The characters stand over a bracket that spans their byte chips.
void TokenView::paintShared(QPainter& painter, const SharedCharacters& shared, const Line& line) const
{
    const int last = std::min(shared.first + shared.count, static_cast<int>(m_chips.size())) - 1;
    const QRect span = m_chips[shared.first].united(m_chips[last]);
    const QRect above(span.left(), line.top, span.width(), token_chip::kSharedHeight - 3);
    painter.setFont(m_font);
    painter.setPen(m_theme.colour(Colour::Text));
    painter.drawText(above, Qt::AlignCenter | Qt::TextSingleLine, shared.text);
    painter.setPen(m_theme.colour(Colour::Muted));
    const int y = above.bottom() + 1;
    painter.drawPolyline(QPolygon({ { span.left() + 1, y + 2 }, { span.left() + 1, y },
        { span.right() - 1, y }, { span.right() - 1, y + 2 } }));
}

} // namespace temper

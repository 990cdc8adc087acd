// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/preset_button.h"

#include "ui/shell/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QTextLayout>

namespace temper {

namespace {

constexpr int kDetailLines = 2;

// Draws at most `lines` lines, the last one ending in "…" where the room ends.
void drawWrapped(QPainter& painter, const QRect& area, const QString& text, int lines)
{
    const QFontMetrics metrics = painter.fontMetrics();
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    int top = area.top();
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(area.width());
        const QString rest = text.mid(line.textStart());
        const QString shown = i + 1 < lines ? text.mid(line.textStart(), line.textLength())
                                            : metrics.elidedText(rest, Qt::ElideRight, area.width());
        painter.drawText(QPoint(area.left(), top + metrics.ascent()), shown);
        top += metrics.lineSpacing();
    }
    layout.endLayout();
}

} // namespace

PresetButton::PresetButton(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PresetButton::setWords(const QString& title, const QString& detail)
{
    QString shown = title;
    setText(shown.replace(QLatin1Char('&'), QLatin1String("&&")));
    m_detail = detail;
    setAccessibleName(title);
    setAccessibleDescription(detail);
    setToolTip(detail);
    updateGeometry();
    update();
}

QSize PresetButton::sizeHint() const
{
    const int title = QFontMetrics(m_theme.font(TextRole::Base)).lineSpacing();
    const int detail = QFontMetrics(m_theme.font(TextRole::Small)).lineSpacing();
    return { 160, title + (m_detail.isEmpty() ? 0 : kDetailLines * detail + 2) + 2 * size::kSmallGap };
}

void PresetButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(m_theme.colour(Colour::Accent), size::kFocusRing) : QPen(Qt::NoPen));
    painter.setBrush(isChecked() ? QBrush(m_theme.colour(Colour::Selection))
            : underMouse()       ? QBrush(m_theme.colour(Colour::Hover))
                                 : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(frame, size::kRadius, size::kRadius);
    QRect area = rect().adjusted(size::kSmallGap + 2, size::kSmallGap, -size::kSmallGap, -size::kSmallGap);
    QFont strong = m_theme.font(TextRole::Base);
    strong.setWeight(QFont::Medium);
    painter.setFont(strong);
    painter.setPen(m_theme.colour(Colour::Text));
    const QString title = painter.fontMetrics().elidedText(accessibleName(), Qt::ElideRight, area.width());
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop, title);
    area.setTop(area.top() + painter.fontMetrics().lineSpacing() + 2);
    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(m_theme.colour(Colour::Muted));
    drawWrapped(painter, area, m_detail, kDetailLines);
}

void PresetButton::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace temper

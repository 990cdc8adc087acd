// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/token_view.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/token_chip.h"

#include <QAction>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace temper {

namespace {

constexpr int kTokensASlice = 400; // laid out before the window may draw again
constexpr int kInset = 5;

} // namespace

TokenView::TokenView(const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_sequence(std::make_shared<const TokenSequence>())
    , m_showTable(TableWindow::offer(*this, [this] { return table(); }))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    m_layout.setInterval(0);
    connect(&m_layout, &QTimer::timeout, this, &TokenView::layOutSome);
    connect(&theme, &Theme::changed, this, &TokenView::restyle);
    restyle();
    retranslate();
}

void TokenView::setSequence(std::shared_ptr<const TokenSequence> sequence)
{
    m_sequence = std::move(sequence);
    m_current = -1;
    m_hovered = -1;
    setAccessibleDescription(
        tr("%1 tokens, %2 trained").arg(m_sequence->tokens.size()).arg(m_sequence->supervisedTokens()));
    verticalScrollBar()->setValue(0);
    restart();
}

void TokenView::setIds(TokenIds ids)
{
    m_ids = ids;
    m_widths.clear();
    restart();
}

int TokenView::heightForLines(int lines) const
{
    return lines
        * (token_chip::kTextHeight + (m_ids == TokenIds::Shown ? token_chip::kIdHeight : 0) + size::kGrid)
        + size::kGrid;
}

void TokenView::restart()
{
    m_chips.clear();
    m_lines.clear();
    m_x = 0;
    layOutSome();
    viewport()->update();
}

void TokenView::layOutSome()
{
    const auto total = static_cast<int>(m_sequence->tokens.size());
    const int end = std::min(total, static_cast<int>(m_chips.size()) + kTokensASlice);
    int next = static_cast<int>(m_chips.size());
    while (next < end)
        next = layOutUnit(next);
    if (next < total)
        m_layout.start();
    else
        m_layout.stop();
    updateScrollBar();
    viewport()->update();
}

int TokenView::widthOf(const ShownToken& token)
{
    const qint64 key = (static_cast<qint64>(token.id) << 2) | static_cast<qint64>(token.kind);
    const auto known = m_widths.constFind(key);
    if (known != m_widths.constEnd() && token.kind != TokenKind::Text)
        return *known;
    int width = QFontMetrics(m_font).horizontalAdvance(token.text.left(token_chip::kMostLetters));
    if (m_ids == TokenIds::Shown)
        width = std::max(width, QFontMetrics(m_small).horizontalAdvance(QString::number(token.id)));
    width = std::min(width + 2 * kInset, std::max(viewport()->width(), 3 * kInset));
    m_widths.insert(key, width);
    return width;
}

int TokenView::layOutUnit(int first)
{
    const ShownToken& token = m_sequence->tokens[first];
    const SharedCharacters* shared = token.characters < 0 ? nullptr : &m_sequence->shared[token.characters];
    const int count = shared ? std::max(1, shared->first + shared->count - first) : 1;
    QList<int> widths;
    int width = 0;
    for (int i = first; i < first + count; ++i) {
        widths.append(widthOf(m_sequence->tokens[i]));
        width += widths.last();
    }
    const int chip = token_chip::kTextHeight + (m_ids == TokenIds::Shown ? token_chip::kIdHeight : 0);
    const int height = chip + (shared ? token_chip::kSharedHeight : 0);
    if (m_lines.isEmpty() || (m_x > 0 && m_x + width > viewport()->width())) {
        const int top = m_lines.isEmpty() ? 0 : m_lines.last().top + m_lines.last().height + size::kGrid;
        m_lines.append({ first, top, chip });
        m_x = 0;
    }
    Line& line = m_lines.last();
    if (height > line.height) {
        for (int i = line.first; i < m_chips.size(); ++i)
            m_chips[i].translate(0, height - line.height);
        line.height = height;
    }
    for (const int each : widths) {
        m_chips.append(QRect(m_x, line.top + line.height - chip, each, chip));
        m_x += each;
    }
    m_x += size::kGrid;
    return first + count;
}

void TokenView::updateScrollBar()
{
    const int height = m_lines.isEmpty() ? 0 : m_lines.last().top + m_lines.last().height + size::kGrid;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(heightForLines(1));
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
}

int TokenView::firstVisibleLine() const
{
    const int top = verticalScrollBar()->value();
    const auto after = std::upper_bound(m_lines.begin(), m_lines.end(), top,
        [](int value, const Line& line) { return value < line.top + line.height; });
    return static_cast<int>(after - m_lines.begin());
}

int TokenView::lineEnd(int line) const
{
    return line + 1 < m_lines.size() ? m_lines[line + 1].first : static_cast<int>(m_chips.size());
}

int TokenView::tokenAt(const QPoint& place) const
{
    const QPoint inText = place + QPoint(0, verticalScrollBar()->value());
    for (int line = firstVisibleLine(); line < m_lines.size() && m_lines[line].top <= inText.y(); ++line) {
        for (int token = m_lines[line].first; token < lineEnd(line); ++token) {
            if (m_chips[token].contains(inText))
                return token;
        }
    }
    return -1;
}

QRect TokenView::chip(int token) const
{
    return token >= 0 && token < m_chips.size() ? m_chips[token].translated(0, -verticalScrollBar()->value())
                                                : QRect();
}

void TokenView::setCurrentToken(int token)
{
    if (token == m_current || token >= m_sequence->tokens.size())
        return;
    m_current = token;
    if (token >= 0 && token < m_chips.size()) {
        const QRect area = chip(token);
        QScrollBar* bar = verticalScrollBar();
        if (area.top() < 0)
            bar->setValue(bar->value() + area.top());
        else if (area.bottom() > viewport()->height())
            bar->setValue(bar->value() + area.bottom() - viewport()->height() + size::kGrid);
    }
    viewport()->update();
    Q_EMIT currentChanged(token);
}

QString TokenView::describe(int token) const
{
    if (token < 0 || token >= m_sequence->tokens.size())
        return {};
    const ShownToken& shown = m_sequence->tokens[token];
    QStringList parts { tr("Token %1").arg(token + 1), tr("id %1").arg(shown.id) };
    if (!shown.piece.isEmpty())
        parts.append(tr("spelled “%1”").arg(shown.piece.left(60)));
    if (shown.characters >= 0)
        parts.append(tr("part of “%1”").arg(m_sequence->shared[shown.characters].text));
    if (shown.kind == TokenKind::Special)
        parts.append(tr("special"));
    parts.append(shown.supervised ? tr("trained") : tr("read, not trained"));
    return parts.join(QStringLiteral(" · "));
}

QString TokenView::plainTable() const
{
    QStringList lines { QStringLiteral("token\tid\tpiece\ttrained") };
    for (const ShownToken& token : m_sequence->tokens)
        lines.append(QStringList { token.text, QString::number(token.id), token.piece,
            token.supervised ? QStringLiteral("1") : QStringLiteral("0") }
                         .join(QLatin1Char('\t')));
    return lines.join(QLatin1Char('\n'));
}

TableContent TokenView::table() const
{
    TableContent content { tr("Tokens"), { tr("Token"), tr("Id"), tr("Piece"), tr("Trained on") }, {} };
    for (const ShownToken& token : m_sequence->tokens)
        content.rows.append(
            { token.text, QString::number(token.id), token.piece, token.supervised ? tr("yes") : tr("no") });
    return content;
}

void TokenView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    restart();
}

void TokenView::moveToLine(int lines)
{
    const auto after = std::upper_bound(m_lines.begin(), m_lines.end(), m_current,
        [](int token, const Line& line) { return token < line.first; });
    const int line = static_cast<int>(after - m_lines.begin()) - 1 + lines;
    if (line < 0 || line >= m_lines.size())
        return;
    const int centre = chip(m_current).center().x();
    int nearest = m_lines[line].first;
    for (int token = nearest; token < lineEnd(line); ++token) {
        if (std::abs(m_chips[token].center().x() - centre) < std::abs(m_chips[nearest].center().x() - centre))
            nearest = token;
    }
    setCurrentToken(nearest);
}

void TokenView::keyPressEvent(QKeyEvent* event)
{
    const auto count = static_cast<int>(m_sequence->tokens.size());
    if (count == 0)
        return QAbstractScrollArea::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return setCurrentToken(std::max(0, m_current - 1));
    case Qt::Key_Right:
        return setCurrentToken(std::min(count - 1, m_current + 1));
    case Qt::Key_Up:
        return moveToLine(-1);
    case Qt::Key_Down:
        return moveToLine(1);
    case Qt::Key_Home:
        return setCurrentToken(0);
    case Qt::Key_End:
        return setCurrentToken(static_cast<int>(m_chips.size()) - 1);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TokenView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason && !m_sequence->tokens.isEmpty())
        setCurrentToken(0);
}

void TokenView::mouseMoveEvent(QMouseEvent* event)
{
    const int token = tokenAt(event->pos());
    if (token == m_hovered)
        return;
    m_hovered = token;
    viewport()->update();
}

void TokenView::mousePressEvent(QMouseEvent* event)
{
    setCurrentToken(tokenAt(event->pos()));
}

void TokenView::leaveEvent(QEvent* event)
{
    QAbstractScrollArea::leaveEvent(event);
    m_hovered = -1;
    viewport()->update();
}

bool TokenView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), describe(tokenAt(help->pos())), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TokenView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TokenView::restyle()
{
    m_font = m_theme.font(TextRole::Monospace);
    m_font.setPixelSize(12);
    m_small = m_theme.font(TextRole::Small);
    m_small.setPixelSize(10);
    m_widths.clear();
    restart();
}

void TokenView::retranslate()
{
    setAccessibleName(tr("Tokens"));
    m_showTable->setText(tr("Show as table"));
}

} // namespace temper

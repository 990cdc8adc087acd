// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/histogram.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/number_text.h"

#include <QAction>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace temper {

namespace {
constexpr int kAxisHeight = 16;
constexpr int kTopRoom = 14;
constexpr int kBarGap = 1;
} // namespace

QList<HistogramBin> logarithmicBins(std::span<const std::uint32_t> values, int most)
{
    if (values.empty() || most < 1)
        return {};
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
    const double low = std::log(std::max<double>(1, *least));
    const double high = std::log(std::max<double>(1, *greatest) + 1);
    QList<HistogramBin> bins;
    std::int64_t from = std::max<std::int64_t>(1, *least);
    for (int i = 1; i <= most; ++i) {
        const auto next = static_cast<std::int64_t>(std::llround(std::exp(low + (high - low) * i / most)));
        if (next <= from && i < most)
            continue;
        bins.append({ from, std::max(from, next - 1), 0 });
        from = bins.last().to + 1;
        if (from > *greatest)
            break;
    }
    for (const std::uint32_t value : values) {
        const auto wanted = std::max<std::int64_t>(1, value);
        const auto bin = std::lower_bound(bins.begin(), bins.end(), wanted,
            [](const HistogramBin& each, std::int64_t limit) { return each.to < limit; });
        ++(bin == bins.end() ? bins.last() : *bin).count;
    }
    return bins;
}

Histogram::Histogram(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_showTable(TableWindow::offer(*this, [this] { return table(); }))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, [this] { update(); });
    describeAll();
}

void Histogram::setBins(QList<HistogramBin> bins)
{
    m_bins = std::move(bins);
    m_current = -1;
    describeAll();
    update();
}

void Histogram::setLimit(std::optional<std::int64_t> limit)
{
    m_limit = limit;
    update();
}

QSize Histogram::sizeHint() const
{
    return { 320, 104 };
}

QSize Histogram::minimumSizeHint() const
{
    return { 160, 72 };
}

QString Histogram::describe(int bin) const
{
    if (bin < 0 || bin >= m_bins.size())
        return {};
    const HistogramBin& shown = m_bins[bin];
    const QString span = shown.from == shown.to
        ? NumberText::count(shown.from)
        : QStringLiteral("%1–%2").arg(NumberText::count(shown.from), NumberText::count(shown.to));
    return tr("%1 tokens: %2 rows").arg(span, NumberText::count(shown.count));
}

void Histogram::describeAll()
{
    setAccessibleName(tr("Distribution of lengths"));
    m_showTable->setText(tr("Show as table"));
    QStringList lines;
    for (int i = 0; i < m_bins.size(); ++i) {
        if (m_bins[i].count > 0)
            lines.append(describe(i));
    }
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
}

TableContent Histogram::table() const
{
    TableContent content { tr("Distribution of lengths"), { tr("From"), tr("To"), tr("Rows") }, {} };
    for (const HistogramBin& bin : m_bins)
        content.rows.append(
            { NumberText::count(bin.from), NumberText::count(bin.to), NumberText::count(bin.count) });
    return content;
}

QRectF Histogram::plotArea() const
{
    return QRectF(rect()).adjusted(0, kTopRoom, 0, -kAxisHeight);
}

double Histogram::placeOf(double value) const
{
    const double low = std::log(static_cast<double>(m_bins.first().from));
    const double high = std::log(static_cast<double>(m_bins.last().to) + 1);
    const double share = high > low ? (std::log(std::max(1.0, value)) - low) / (high - low) : 0;
    return plotArea().left() + std::clamp(share, 0.0, 1.0) * plotArea().width();
}

void Histogram::paintEvent(QPaintEvent*)
{
    if (m_bins.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBars(painter);
    paintAxis(painter);
    paintLimit(painter);
}

void Histogram::paintBars(QPainter& painter) const
{
    const auto tallest = std::max_element(m_bins.begin(), m_bins.end(),
        [](const HistogramBin& a, const HistogramBin& b) { return a.count < b.count; });
    const double most = std::max<double>(1, static_cast<double>(tallest->count));
    const QRectF area = plotArea();
    for (int i = 0; i < m_bins.size(); ++i) {
        const HistogramBin& bin = m_bins[i];
        if (bin.count == 0)
            continue;
        const double left = placeOf(static_cast<double>(bin.from));
        const double right = placeOf(static_cast<double>(bin.to) + 1);
        const double height = std::max(2.0, area.height() * static_cast<double>(bin.count) / most);
        const QRectF bar(left, area.bottom() - height, std::max(1.5, right - left - kBarGap), height);
        const bool beyond = m_limit && bin.from > *m_limit;
        painter.setPen(i == m_current ? QPen(m_theme.colour(Colour::Text)) : QPen(Qt::NoPen));
        painter.setBrush(m_theme.colour(beyond ? Colour::Bad : Colour::Accent));
        painter.drawRoundedRect(bar, 1.5, 1.5);
        if (beyond)
            painter.fillRect(bar, QBrush(m_theme.colour(Colour::Surface), Qt::BDiagPattern));
    }
}

void Histogram::paintAxis(QPainter& painter) const
{
    const QRectF area = plotArea();
    painter.setPen(m_theme.colour(Colour::StrongLine));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    QFont font = m_theme.font(TextRole::Small);
    font.setPixelSize(11);
    painter.setFont(font);
    painter.setPen(m_theme.colour(Colour::Faint));
    const QRectF words(area.left(), area.bottom() + 2, area.width(), kAxisHeight - 2);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, NumberText::count(m_bins.first().from));
    painter.drawText(words, Qt::AlignRight | Qt::AlignTop, NumberText::count(m_bins.last().to));
    if (m_current >= 0)
        painter.drawText(words, Qt::AlignHCenter | Qt::AlignTop, describe(m_current));
}

void Histogram::paintLimit(QPainter& painter) const
{
    if (!m_limit || *m_limit > m_bins.last().to || *m_limit < m_bins.first().from)
        return;
    const QRectF area = plotArea();
    const double x = placeOf(static_cast<double>(*m_limit) + 1);
    painter.setPen(QPen(m_theme.colour(Colour::Text), 1.5));
    painter.drawLine(QPointF(x, 2), QPointF(x, area.bottom()));
    const QString words = QStringLiteral("≤ %1").arg(NumberText::count(*m_limit));
    const double width = painter.fontMetrics().horizontalAdvance(words);
    const double left = x + size::kGrid + width <= area.right() ? x + size::kGrid : x - size::kGrid - width;
    painter.setPen(m_theme.colour(Colour::Muted));
    painter.drawText(QRectF(left, 0, width + 2, kTopRoom), Qt::AlignLeft | Qt::AlignVCenter, words);
}

void Histogram::mouseMoveEvent(QMouseEvent* event)
{
    int found = -1;
    for (int i = 0; i < m_bins.size(); ++i) {
        if (event->position().x() >= placeOf(static_cast<double>(m_bins[i].from)))
            found = i;
    }
    m_current = found;
    update();
}

void Histogram::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_current = -1;
    update();
}

void Histogram::keyPressEvent(QKeyEvent* event)
{
    const auto last = static_cast<int>(m_bins.size()) - 1;
    if (last < 0 || (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right))
        return QWidget::keyPressEvent(event);
    m_current = std::clamp(m_current + (event->key() == Qt::Key_Left ? -1 : 1), 0, last);
    update();
}

void Histogram::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describeAll();
}

} // namespace temper

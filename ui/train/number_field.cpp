// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/number_field.h"

#include "core/common/recipe/recipe_value.h"
#include "ui/shell/theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace temper {

namespace {

constexpr int kArrowWidth = 18;

double roundedTo(double value, double unit)
{
    return *parseNumber(numberText(std::round(value / unit) * unit).substr(0, 24));
}

// 1, 2, 5, 10, …; whole numbers double instead: 8, 16, 32.
double logarithmicStep(double value, int direction, bool whole)
{
    if (whole) {
        const double power = std::log2(std::max(1.0, value));
        const double next = direction > 0 ? std::floor(power + 1e-9) + 1 : std::ceil(power - 1e-9) - 1;
        return next < 0 ? 0 : std::exp2(next);
    }
    if (value <= 0)
        return 0;
    static constexpr std::array<double, 5> kMantissas { 0.5, 1, 2, 5, 10 };
    const double decade = std::pow(10.0, std::floor(std::log10(value) + 1e-9));
    const double mantissa = value / decade;
    double next = kMantissas.back();
    for (const double candidate : kMantissas) {
        if (direction > 0 && candidate > mantissa * (1 + 1e-9)) {
            next = candidate;
            break;
        }
        if (direction < 0 && candidate < mantissa * (1 - 1e-9))
            next = candidate;
    }
    return *parseNumber(QString::number(next * decade, 'g', 6).toStdString());
}

double stepped(const RecipeKey& key, double value, int direction)
{
    const bool whole = keyType(key) == KeyType::WholeNumber;
    double next = value;
    if (key.scale == KeyScale::Logarithmic)
        next = logarithmicStep(value, direction, whole);
    else if (whole)
        next = value + direction;
    else
        next = roundedTo(value + direction * (key.scale == KeyScale::Ratio ? 0.01 : 0.1), 0.01);
    const double least = key.minimumIsExcluded ? std::min(value, 0.1) : key.minimum.value_or(next);
    return std::clamp(next, std::min(least, value), key.maximum.value_or(std::max(next, value)));
}

} // namespace

QString steppedNumber(const RecipeKey& key, const QString& text, int direction)
{
    const qsizetype comma = text.lastIndexOf(QLatin1Char(','));
    const QString last = text.mid(comma + 1).trimmed();
    const std::optional<double> value = parseNumber(last.toStdString());
    if (!value)
        return text;
    const QString next = QString::fromStdString(numberText(stepped(key, *value, direction)));
    return comma < 0 ? next : text.left(comma + 1) + QLatin1Char(' ') + next;
}

NumberField::NumberField(const RecipeKey& key, const Theme& theme, QWidget* parent)
    : QLineEdit(parent)
    , m_key(key)
    , m_theme(theme)
{
    setMouseTracking(true);
    makeRoom();
}

void NumberField::setUnit(const QString& unit)
{
    m_unit = unit;
    makeRoom();
    update();
}

void NumberField::setStandard(const QString& text)
{
    m_standard = text;
}

void NumberField::makeRoom()
{
    const int unit = m_unit.isEmpty()
        ? 0
        : QFontMetrics(m_theme.font(TextRole::Small)).horizontalAdvance(m_unit) + size::kSmallGap;
    setTextMargins(0, 0, kArrowWidth + unit, 0);
}

void NumberField::step(int direction)
{
    const QString next = steppedNumber(m_key, text().isEmpty() ? m_standard : text(), direction);
    if (next == text())
        return;
    setText(next);
    Q_EMIT stepped(next);
}

QRect NumberField::arrowArea(int direction) const
{
    const int half = height() / 2;
    return { width() - kArrowWidth - 2, direction > 0 ? 2 : half, kArrowWidth, half - 2 };
}

void NumberField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const int direction : { 1, -1 }) {
        const QPointF centre = QRectF(arrowArea(direction)).center() + QPointF(0, direction > 0 ? 1.5 : -1.5);
        QPainterPath arrow;
        arrow.moveTo(centre + QPointF(-3, direction > 0 ? 1.5 : -1.5));
        arrow.lineTo(centre + QPointF(0, direction > 0 ? -1.5 : 1.5));
        arrow.lineTo(centre + QPointF(3, direction > 0 ? 1.5 : -1.5));
        const Colour colour = m_hovered == direction ? Colour::AccentText : Colour::Muted;
        painter.setPen(QPen(m_theme.colour(colour), 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(arrow);
    }
    painter.setPen(m_theme.colour(Colour::Faint));
    painter.setFont(m_theme.font(TextRole::Small));
    painter.drawText(
        rect().adjusted(0, 0, -kArrowWidth - size::kGrid, 0), Qt::AlignRight | Qt::AlignVCenter, m_unit);
}

void NumberField::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        step(event->key() == Qt::Key_Up ? 1 : -1);
    else
        QLineEdit::keyPressEvent(event);
}

// Without the focus the wheel scrolls the form and changes nothing.
void NumberField::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus() || event->angleDelta().y() == 0)
        return event->ignore();
    step(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void NumberField::mousePressEvent(QMouseEvent* event)
{
    for (const int direction : { 1, -1 }) {
        if (event->button() == Qt::LeftButton && arrowArea(direction).contains(event->pos()))
            return step(direction);
    }
    QLineEdit::mousePressEvent(event);
}

void NumberField::mouseMoveEvent(QMouseEvent* event)
{
    QLineEdit::mouseMoveEvent(event);
    m_hovered = arrowArea(1).contains(event->pos()) ? 1 : arrowArea(-1).contains(event->pos()) ? -1 : 0;
    setCursor(m_hovered == 0 ? Qt::IBeamCursor : Qt::ArrowCursor);
    update();
}

void NumberField::leaveEvent(QEvent* event)
{
    QLineEdit::leaveEvent(event);
    m_hovered = 0;
    update();
}

void NumberField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        makeRoom();
}

} // namespace temper

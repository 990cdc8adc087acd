// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/memory_bar.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/number_text.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace temper {

namespace {

constexpr double kOutOfDateOpacity = 0.5; // while disabled
constexpr int kHeight = 18;

struct KnownKind {
    const char* name;
    const char* title;
    Colour colour;
};

constexpr std::array<KnownKind, 7> kKinds { {
    { "weights", QT_TRANSLATE_NOOP("temper::MemoryKind", "Weights"), Colour::BaseModel },
    { "adapters", QT_TRANSLATE_NOOP("temper::MemoryKind", "Adapter"), Colour::SideA },
    { "gradients", QT_TRANSLATE_NOOP("temper::MemoryKind", "Gradients"), Colour::SideB },
    { "optimizer", QT_TRANSLATE_NOOP("temper::MemoryKind", "Optimiser"), Colour::Warn },
    { "activations", QT_TRANSLATE_NOOP("temper::MemoryKind", "Activations"), Colour::Accent },
    { "logits", QT_TRANSLATE_NOOP("temper::MemoryKind", "Head"), Colour::Good },
    { "program", QT_TRANSLATE_NOOP("temper::MemoryKind", "Program"), Colour::FieldBorder },
} };

const KnownKind* findKind(const QString& kind)
{
    const auto found = std::ranges::find_if(
        kKinds, [&](const KnownKind& known) { return kind == QLatin1String(known.name); });
    return found == kKinds.end() ? nullptr : &*found;
}

} // namespace

QString MemoryKind::title(const QString& kind)
{
    const KnownKind* known = findKind(kind);
    return known ? tr(known->title) : kind;
}

Colour MemoryKind::colour(const QString& kind)
{
    const KnownKind* known = findKind(kind);
    return known ? known->colour : Colour::StrongLine;
}

MemoryBar::MemoryBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(kHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MemoryBar::setEstimate(const Estimate& estimate)
{
    m_estimate = estimate;
    setAccessibleName(
        tr("Memory: %1 of %2 free")
            .arg(NumberText::bytes(estimate.totalBytes), NumberText::bytes(estimate.freeBytes)));
    update();
}

void MemoryBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(isEnabled() ? 1.0 : kOutOfDateOpacity);
    QPainterPath shape;
    shape.addRoundedRect(rect(), size::kGrid, size::kGrid);
    painter.setClipPath(shape);
    painter.fillRect(rect(), m_theme.colour(Colour::Line));
    const double most = std::max(m_estimate.totalBytes, m_estimate.freeBytes);
    double left = 0;
    for (const auto& [kind, bytes] : m_estimate.memory) {
        const double width = most > 0 ? bytes / most * this->width() : 0;
        painter.fillRect(
            QRectF(left, 0, std::max(0.0, width - 1), height()), m_theme.colour(MemoryKind::colour(kind)));
        left += width;
    }
    if (m_estimate.totalBytes > m_estimate.freeBytes && most > 0) { // what is beyond the line does not fit
        const double edge = m_estimate.freeBytes / most * this->width();
        painter.fillRect(QRectF(edge - 1, 0, 2, height()), m_theme.colour(Colour::Bad));
    }
}

} // namespace temper

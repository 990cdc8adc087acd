// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme/tokens.h"

#include <QFontDatabase>
#include <QStringList>

namespace temper {

namespace {

struct ColourToken {
    Colour colour;
    const char* name;
    QRgb light;
    QRgb dark;
};

constexpr std::array<ColourToken, kColourCount> kColours { {
    { Colour::Window, "window", 0xF6F7F9, 0x16181D },
    { Colour::Surface, "surface", 0xFFFFFF, 0x1D2026 },
    { Colour::Raised, "raised", 0xFFFFFF, 0x252932 },
    { Colour::Line, "line", 0xE3E6EB, 0x2C313B },
    { Colour::StrongLine, "strong-line", 0xCBD1DA, 0x3B424F },
    { Colour::Text, "text", 0x1B1F27, 0xE6E9EF },
    { Colour::Muted, "muted", 0x5B6472, 0xA2ABBA },
    { Colour::Faint, "faint", 0x66728A, 0x8F98A8 },
    { Colour::Accent, "accent", 0x2F6FED, 0x5B8DF6 },
    { Colour::AccentText, "accent-text", 0x2A63DA, 0x5B8DF6 },
    { Colour::Primary, "primary", 0x2F6FED, 0x3B6FE0 },
    { Colour::PrimaryText, "primary-text", 0xFFFFFF, 0xFFFFFF },
    { Colour::FieldBorder, "field-border", 0x868E9B, 0x6F7889 },
    { Colour::Hover, "hover", 0xF0F4F8, 0x23272F },
    { Colour::Selection, "selection", 0xE6EDFC, 0x1F293D },
    { Colour::Good, "good", 0x1A7A50, 0x3FB27F },
    { Colour::Warn, "warn", 0x946012, 0xD9A441 },
    { Colour::Bad, "bad", 0xC93A3A, 0xE86E66 },
    { Colour::BaseModel, "base-model", 0x7A8699, 0x9AA6B8 },
    { Colour::TunedModel, "tuned-model", 0x2F6FED, 0x5B8DF6 },
    { Colour::SideA, "side-a", 0x8357C9, 0xA98AE0 },
    { Colour::SideB, "side-b", 0x0B7676, 0x37B5B5 },
} };

const ColourToken& token(Colour colour)
{
    const ColourToken& found = kColours[static_cast<std::size_t>(colour)];
    Q_ASSERT(found.colour == colour);
    return found;
}

struct SeriesToken {
    QRgb light;
    QRgb dark;
};

constexpr std::array<SeriesToken, 7> kSeries { {
    { 0x0072B2, 0x56A8E0 }, // blue
    { 0xB07700, 0xE69F00 }, // orange, darker on white
    { 0x00805D, 0x2DBE94 }, // bluish green
    { 0xB95A8E, 0xCC79A7 }, // reddish purple
    { 0xC44F00, 0xE0762F }, // vermilion
    { 0x2B8CBE, 0x8CCBEF }, // sky blue
    { 0x857A00, 0xE6DC5A }, // yellow, darker on white
} };

} // namespace

QColor tokenColour(Colour colour, Scheme scheme)
{
    const ColourToken& found = token(colour);
    return QColor::fromRgb(scheme == Scheme::Light ? found.light : found.dark);
}

const char* tokenName(Colour colour)
{
    return token(colour).name;
}

QColor seriesColour(int index, Scheme scheme)
{
    const SeriesToken& series = kSeries[static_cast<std::size_t>(index) % kSeries.size()];
    return QColor::fromRgb(scheme == Scheme::Light ? series.light : series.dark);
}

QFont tokenFont(TextRole role, bool chinese)
{
    const int larger = chinese ? 1 : 0;
    QFont font;
    font.setFamilies({ QStringLiteral("Inter Tabular"), QStringLiteral("Inter"),
        QStringLiteral("Noto Sans CJK SC"), QStringLiteral("DejaVu Sans") });
    switch (role) {
    case TextRole::Base:
        font.setPixelSize(13 + larger);
        break;
    case TextRole::Small:
        font.setPixelSize(12 + larger);
        break;
    case TextRole::Section:
        font.setPixelSize(15);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::PageTitle:
        font.setPixelSize(20);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Monospace:
        font.setFamilies({ QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono"),
            QStringLiteral("Noto Sans Mono CJK SC") });
        font.setPixelSize(13);
        break;
    }
    return font;
}

} // namespace temper

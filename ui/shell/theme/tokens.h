// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of colours, sizes and fonts; pages name a token, never a colour.
#pragma once

#include <QColor>
#include <QFont>
#include <array>

namespace temper {

enum class Scheme { Light, Dark };

enum class Colour {
    Window,
    Surface,
    Raised,
    Line,
    StrongLine,
    Text,
    Muted,
    Faint,
    Accent,
    AccentText,
    Primary,
    PrimaryText,
    FieldBorder,
    Hover,
    Selection,
    Good,
    Warn,
    Bad,
    BaseModel,
    TunedModel,
    SideA,
    SideB,
};
inline constexpr int kColourCount = static_cast<int>(Colour::SideB) + 1;

enum class TextRole { Base, Small, Section, PageTitle, Monospace };

QColor tokenColour(Colour colour, Scheme scheme);

// The name a style sheet uses for the colour after '@', e.g. "strong-line".
const char* tokenName(Colour colour);

// Okabe–Ito order; the yellow and black of the original give way where they cannot be seen on the surface.
// `index` counts from 0 and wraps round.
QColor seriesColour(int index, Scheme scheme);

// Base text is 13 px, 14 px where the interface is Chinese. Figures are of equal width.
QFont tokenFont(TextRole role, bool chinese);

namespace size {
inline constexpr int kGrid = 4;
inline constexpr int kSmallGap = 8;
inline constexpr int kGap = 12;
inline constexpr int kGroupGap = 16;
inline constexpr int kPageMargin = 16;
inline constexpr int kWideGap = 24;
inline constexpr int kRowHeight = 28;
inline constexpr int kListRowHeight = 26;
inline constexpr int kRadius = 6;
inline constexpr int kCardRadius = 8;
inline constexpr int kSmallIcon = 16;
inline constexpr int kIcon = 20;
inline constexpr int kFocusRing = 2;
inline constexpr int kRailWidth = 84;
inline constexpr int kSideListWidth = 288;
inline constexpr double kChartLine = 1.75;
inline constexpr double kRawOpacity = 0.30;
} // namespace size

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// How every list of two-line rows looks: round selection, hover, focus ring, a bold word over a quiet one.
#pragma once

#include "ui/shell/theme/tokens.h"

#include <QString>
#include <QStyleOptionViewItem>

class QPainter;

namespace temper {

class Theme;

struct TwoLineRow {
    QString title;
    QString detail;
    Colour detailColour = Colour::Muted;
    QString iconName; // empty: no icon
    Colour iconColour = Colour::Muted;
    QString markName = {}; // an icon at the right of the title; empty: none
    Colour markColour = Colour::Muted;
};

inline constexpr int kTwoLineRowHeight = 48;

void paintRowBackground(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme);
// A heading between rows, as high as kListRowHeight.
void paintHeading(QPainter& painter,
    const QStyleOptionViewItem& option,
    const Theme& theme,
    const QString& text);
void paintTwoLineRow(QPainter& painter,
    const QStyleOptionViewItem& option,
    const Theme& theme,
    const TwoLineRow& row);

} // namespace temper

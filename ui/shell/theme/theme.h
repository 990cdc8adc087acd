// SPDX-License-Identifier: GPL-3.0-or-later
// The look of the window in use: light or dark, following the system or chosen, put on the application at
// once.
#pragma once

#include "ui/shell/theme/styled_parts.h"
#include "ui/shell/theme/tokens.h"

#include <QIcon>
#include <QObject>
#include <QPalette>

class QApplication;

namespace temper {

enum class ThemeChoice { System, Light, Dark };

// Makes icons, style sheet and translations known and loads the shipped fonts; once, after the QApplication
// exists.
void loadResources();

class Theme : public QObject {
    Q_OBJECT
public:
    // `application` outlives the theme; its palette of this moment is taken for the system's.
    explicit Theme(QApplication& application);

    ThemeChoice choice() const { return m_choice; }
    Scheme scheme() const { return m_scheme; }
    bool chinese() const { return m_chinese; }

    void setChoice(ThemeChoice choice);
    void setChinese(bool chinese); // larger base text
    void addPart(QWidget& part) { m_parts.add(part); } // of a window, restyled by itself: see StyledParts

    QColor colour(Colour colour) const { return tokenColour(colour, m_scheme); }
    QColor series(int index) const { return seriesColour(index, m_scheme); }
    QFont font(TextRole role) const { return tokenFont(role, m_chinese); }

    // A line icon of resources/icons drawn in one colour, grey when disabled. `name` without ".svg".
    QIcon icon(const QString& name, Colour colour = Colour::Muted) const;

Q_SIGNALS:
    void changed(); // after palette, font and the style sheet of what is seen are in place

private:
    Scheme systemScheme() const;
    void apply();

    StyledParts m_parts;
    QPalette m_systemPalette;
    ThemeChoice m_choice = ThemeChoice::System;
    Scheme m_scheme = Scheme::Light;
    bool m_chinese = false;
};

} // namespace temper

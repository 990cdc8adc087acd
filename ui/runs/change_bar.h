// SPDX-License-Identifier: GPL-3.0-or-later
// A change with its interval against zero, as a bar: left of the middle is less, right is more.
#pragma once

#include "ui/shell/theme/tokens.h"

#include <QWidget>

namespace temper {

class Theme;

class ChangeBar : public QWidget {
    Q_OBJECT
public:
    explicit ChangeBar(const Theme& theme, QWidget* parent = nullptr);

    void setChange(double change, double lower, double upper, Colour colour);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    double m_change = 0;
    double m_lower = 0;
    double m_upper = 0;
    Colour m_colour = Colour::Muted;
};

} // namespace temper

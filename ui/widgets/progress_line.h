// SPDX-License-Identifier: GPL-3.0-or-later
// A thin line across the page that fills from the left.
#pragma once

#include <QWidget>

namespace temper {

class Theme;

class ProgressLine : public QWidget {
    Q_OBJECT
public:
    explicit ProgressLine(const Theme& theme, QWidget* parent = nullptr);

    void setFraction(double fraction); // 0..1

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    double m_fraction = 0;
};

} // namespace temper

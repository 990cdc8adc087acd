// SPDX-License-Identifier: GPL-3.0-or-later
// A number as text, with its unit and arrows in the field. Anything can be typed; stepping keeps the range.
#pragma once

#include "core/common/recipe/recipe_keys.h"

#include <QLineEdit>

namespace temper {

class Theme;

// The next rounder number up or down: whole numbers by one, ratios by hundredths, logarithmic ones in the
// order 1, 2, 5. A list steps its last value. Text that is no number is answered as it is.
QString steppedNumber(const RecipeKey& key, const QString& text, int direction);

class NumberField : public QLineEdit {
    Q_OBJECT
public:
    NumberField(const RecipeKey& key, const Theme& theme, QWidget* parent = nullptr);

    void setUnit(const QString& unit);
    void setStandard(const QString& text); // from which an empty field steps

Q_SIGNALS:
    void stepped(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void step(int direction);
    void makeRoom();
    QRect arrowArea(int direction) const;

    const RecipeKey& m_key;
    const Theme& m_theme;
    QString m_unit;
    QString m_standard;
    int m_hovered = 0; // the arrow under the pointer: 1, -1, or none
};

} // namespace temper

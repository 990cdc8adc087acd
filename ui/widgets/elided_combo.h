// SPDX-License-Identifier: GPL-3.0-or-later
// A combo box that shortens a long entry with an ellipsis instead of cutting through a letter.
#pragma once

#include <QComboBox>

namespace temper {

class ElidedCombo : public QComboBox {
    Q_OBJECT
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace temper

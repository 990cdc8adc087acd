// SPDX-License-Identifier: GPL-3.0-or-later
// Fusion with what no style sheet can say.
#pragma once

#include <QProxyStyle>

namespace temper {

class WindowStyle : public QProxyStyle {
    Q_OBJECT
public:
    WindowStyle();

    using QProxyStyle::polish;
    void polish(QWidget* widget) override; // the list of a combo box takes the sheet's rows
};

} // namespace temper

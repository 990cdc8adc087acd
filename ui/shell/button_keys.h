// SPDX-License-Identifier: GPL-3.0-or-later
// Lets Return press the button that has the focus, as everywhere else; Qt does so in dialogs only.
#pragma once

#include <QObject>

namespace temper {

class ButtonKeys : public QObject {
    Q_OBJECT
public:
    using QObject::QObject; // installed on the application

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace temper

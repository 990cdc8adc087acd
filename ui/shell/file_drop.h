// SPDX-License-Identifier: GPL-3.0-or-later
// Files dropped anywhere on the window, wherever no page takes them itself.
#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace temper {

class FileDrop : public QObject {
    Q_OBJECT
public:
    explicit FileDrop(QWidget* window); // belongs to the window

Q_SIGNALS:
    void dropped(const QStringList& files);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace temper

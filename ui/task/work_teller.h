// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the window of one piece of long work of a page, so that it is seen and can be stopped from every
// page.
#pragma once

#include <QObject>
#include <QString>

namespace temper {

// A child of the page or of one of its widgets, there from the beginning: the window looks for it once.
class WorkTeller : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void tell(const QString& title, const QString& state, double fraction); // 0..1, below 0: unknown
    void end();

    bool isRunning() const { return m_isRunning; }
    const QString& title() const { return m_title; }
    const QString& state() const { return m_state; }
    double fraction() const { return m_fraction; }

Q_SIGNALS:
    void changed();
    void stopAsked();

private:
    bool m_isRunning = false;
    QString m_title;
    QString m_state;
    double m_fraction = -1;
};

} // namespace temper

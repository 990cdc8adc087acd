// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the style sheet on the window part by part: what is seen at once, what is hidden when there is time or
// when it is shown.
#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

class QWidget;

namespace temper {

// Qt styles a thousand widgets in half a second, so that one sheet for the whole application would hold the
// window that long at every change of theme. Windows without parts of their own, dialogs too, are one part
// each.
class StyledParts : public QObject {
    Q_OBJECT
public:
    StyledParts(); // watches all windows for the application's life

    void add(QWidget& part); // it and what it will ever hold; it is no part of another one
    void setSheet(const QString& sheet);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void dress(QWidget& part);
    void dressNextHidden();
    void meetWindow(QWidget& window);

    QString m_sheet;
    QList<QWidget*> m_parts;
    QList<QWidget*> m_stale; // hidden ones that wear an earlier sheet
    QTimer m_later;
};

} // namespace temper

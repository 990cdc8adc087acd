// SPDX-License-Identifier: GPL-3.0-or-later
// The work that goes on, in the status strip of every page: what it is, how far, Stop, and the way to its
// page.
#pragma once

#include <QList>
#include <QWidget>

class QPushButton;
class QToolButton;

namespace temper {

class ElidedLabel;
class ProgressLine;
class Theme;
class WorkTeller;

class WorkStrip : public QWidget {
    Q_OBJECT
public:
    explicit WorkStrip(const Theme& theme, QWidget* parent = nullptr); // hidden while nothing goes on

    void watch(WorkTeller& work, int page); // page -1: it belongs to none

Q_SIGNALS:
    void pageAsked(int page);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Watched {
        WorkTeller* work;
        int page;
    };

    void retell();
    const Watched* shown() const; // the work that began last; nullptr: none goes on
    void retranslate();

    QList<Watched> m_watched;
    QList<WorkTeller*> m_running; // in the order of their beginnings
    QPushButton* m_title;
    ElidedLabel* m_state;
    ProgressLine* m_line;
    QToolButton* m_stop;
    QPushButton* m_more;
};

} // namespace temper

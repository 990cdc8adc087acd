// SPDX-License-Identifier: GPL-3.0-or-later
// Long work in place: what it is, how far, how long it will still take, and Stop.
#pragma once

#include "core/common/base/progress.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace temper {

class ElidedLabel;
class ProgressLine;
class Theme;
class WorkTeller;

class ProgressStrip : public QWidget {
    Q_OBJECT
public:
    explicit ProgressStrip(const Theme& theme, QWidget* parent = nullptr); // hidden until begin()

    void begin(const QString& title);
    void advance(const Progress& progress);
    void setStopping(); // Stop was asked for, the work has not ended yet
    void end();
    QString text() const;

    // "importing" and the like in the interface's language; an unknown phase as it stands.
    static QString phaseText(const std::string& phase);
    static QString amountText(const Progress& progress); // "12 of 40 MB", "3,000 of 52,000 rows"

Q_SIGNALS:
    void stopAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    QString timeLeft(const Progress& progress) const;
    void tellWindow(double fraction);
    void retranslate();

    QLabel* m_title;
    ElidedLabel* m_state;
    ProgressLine* m_line;
    QPushButton* m_stop;
    QElapsedTimer m_clock;
    WorkTeller* m_work;
};

} // namespace temper

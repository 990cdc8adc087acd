// SPDX-License-Identifier: GPL-3.0-or-later
// How far a model has been fetched, how fast, how long it will still take, and Stop.
#pragma once

#include "core/common/base/progress.h"

#include <QElapsedTimer>
#include <QWidget>

class QPushButton;

namespace temper {

class ElidedLabel;
class ProgressLine;
class Theme;
class WorkTeller;

class FetchProgress : public QWidget {
    Q_OBJECT
public:
    explicit FetchProgress(const Theme& theme, QWidget* parent = nullptr); // hidden until begin()

    void begin();
    void advance(const Progress& progress);
    void end();
    QString text() const;

Q_SIGNALS:
    void stopAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    ElidedLabel* m_state;
    ProgressLine* m_line;
    QPushButton* m_stop;
    WorkTeller* m_work;
    QElapsedTimer m_clock;
    std::uint64_t m_first = 0; // bytes that were there when the clock began
};

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// The title row of the chosen run: what it is, where it stands, and what can be asked of it while it lives.
#pragma once

#include "core/common/link/control.h"
#include "ui/runs/run_entry.h"
#include "ui/runs/run_history.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace temper {

class ElidedLabel;
class ProgressLine;
class Theme;

class RunHeader : public QWidget {
    Q_OBJECT
public:
    explicit RunHeader(const Theme& theme, QWidget* parent = nullptr);

    void show(const RunEntry& entry, const RunHistory& history);
    void showReading(const RunEntry& entry); // while its events are being read
    void setBusy(bool busy); // a command is on its way

Q_SIGNALS:
    void commandAsked(temper::ControlCommand command);

protected:
    void changeEvent(QEvent* event) override;

private:
    QPushButton* addButton(ControlCommand command);
    void retranslate();
    void updateButtons();

    const Theme& m_theme;
    ElidedLabel* m_title;
    QLabel* m_dot;
    ElidedLabel* m_line;
    ProgressLine* m_progress;
    QPushButton* m_probe;
    QPushButton* m_save;
    QPushButton* m_pause;
    QPushButton* m_resume;
    QPushButton* m_stop;
    bool m_live = false;
    bool m_paused = false;
    bool m_busy = false;
};

} // namespace temper

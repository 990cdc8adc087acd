// SPDX-License-Identifier: GPL-3.0-or-later
// The title row of the chosen run: what it is, where it stands, its note, and what can be asked of it.
#pragma once

#include "core/common/link/control.h"
#include "ui/runs/run_entry.h"
#include "ui/runs/run_history.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace temper {

class ElidedLabel;
class ProgressLine;
class Theme;

class RunHeader : public QWidget {
    Q_OBJECT
public:
    explicit RunHeader(const Theme& theme, QWidget* parent = nullptr);

    void show(const RunEntry& entry, const RunHistory& history);
    void showReading(const RunEntry& entry, double fraction); // while its events are being read
    void showSeveral(const QList<RunEntry>& entries); // over one another
    void setBusy(bool busy); // a command is on its way
    void setSetChange(const QString& sentence); // of the data since; empty: nothing to say
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }

Q_SIGNALS:
    void commandAsked(temper::ControlCommand command);
    void resumeAsked(); // of a run that does not live
    void compareAsked(); // base and tuned model of a run that has ended
    void exportAsked();
    void starAsked(bool starred);
    void noteWritten(const QString& note);
    void menuAsked(const QPoint& globalPosition);

protected:
    void changeEvent(QEvent* event) override;

private:
    QPushButton* addButton(ControlCommand command);
    void makeTitle(QVBoxLayout& words);
    void showNotes(const RunEntry& entry);
    void repaintIcons();
    void retranslate();
    void updateButtons();

    const Theme& m_theme;
    ElidedLabel* m_title;
    QToolButton* m_star;
    QLabel* m_dot;
    ElidedLabel* m_line;
    QLabel* m_setChange;
    QLineEdit* m_note;
    ProgressLine* m_progress;
    QPushButton* m_probe;
    QPushButton* m_save;
    QPushButton* m_pause;
    QPushButton* m_resume;
    QPushButton* m_goOn;
    QPushButton* m_stop;
    QPushButton* m_export;
    QPushButton* m_compare;
    QToolButton* m_menu;
    QString m_run;
    bool m_live = false;
    bool m_paused = false;
    bool m_resumable = false;
    bool m_hasResult = false;
    bool m_single = true;
    bool m_busy = false;
    bool m_readOnly = false;
};

} // namespace temper

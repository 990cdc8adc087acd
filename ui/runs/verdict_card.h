// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a finished run, in words and numbers: held-out loss before and after, and what it forgot.
#pragma once

#include "core/common/project/verdict.h"
#include "ui/runs/run_entry.h"
#include "ui/shell/theme/tokens.h"
#include "ui/task/latest_task.h"
#include "ui/widgets/card.h"

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace temper {

class ChangeBar;

class VerdictCard : public Card {
    Q_OBJECT
public:
    explicit VerdictCard(const Theme& theme, QWidget* parent = nullptr);

    // Reads the run's evidence and shows itself where there is any; hidden for a run that has not ended.
    void setRun(const RunEntry* entry);

Q_SIGNALS:
    void failed(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Figure {
        QLabel* heading;
        QLabel* value;
        QLabel* note;
        QVBoxLayout* column;
    };

    Figure addFigure(QHBoxLayout& row, int stretch);
    void showVerdict();
    void showForgetting();
    QString outcomeWord() const;
    QString outcomeIcon() const;
    Colour outcomeColour() const;
    QString arrow(double base, double tuned) const;

    const Theme& m_theme;
    QString m_run;
    RunState m_state = RunState::Queued;
    std::optional<Verdict> m_verdict;
    QLabel* m_icon;
    QLabel* m_word;
    QLabel* m_sentence;
    Figure m_loss {};
    Figure m_change {};
    Figure m_general {};
    ChangeBar* m_bar;
    LatestTask<std::optional<Verdict>> m_reading;
};

} // namespace temper

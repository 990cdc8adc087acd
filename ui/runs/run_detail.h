// SPDX-License-Identifier: GPL-3.0-or-later
// The right side of the page Runs: the chosen run live or as it ended, or several over one another.
#pragma once

#include "core/common/link/control.h"
#include "ui/runs/run_entry.h"
#include "ui/runs/run_history.h"
#include "ui/task/latest_task.h"

#include <QTimer>
#include <QWidget>
#include <map>
#include <memory>

class QLabel;
class QVBoxLayout;

namespace temper {

class EmptyState;
class Notice;
class ProbeCard;
class RecipeDifferenceCard;
class RunCharts;
class RunFollower;
class RunHeader;
class Theme;
class VerdictCard;

class RunDetail : public QWidget {
    Q_OBJECT
public:
    explicit RunDetail(const Theme& theme, QWidget* parent = nullptr);
    ~RunDetail() override;

    void setProject(const std::filesystem::path& project);
    void setReadOnly(bool readOnly);
    void choose(const QList<RunEntry>& entries); // follows their events from now on
    void update(const QList<RunEntry>& entries); // how the chosen ones stand now
    void clear();

    Notice& notice() const { return *m_notice; }
    RunHeader& header() const { return *m_header; }

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Followed {
        std::unique_ptr<RunFollower> follower;
        std::shared_ptr<const RunHistory> history;
    };

    QWidget* makeBody(const Theme& theme);
    void follow(const RunEntry& entry);
    void showReading();
    void showCharts();
    void showSingle(const RunEntry& entry);
    void showSeveral();
    void askForSetChange(const RunEntry& entry);
    void showSetChange();
    void send(ControlCommand command);
    std::shared_ptr<const RunHistory> historyOf(const RunEntry& entry) const;

    std::filesystem::path m_project;
    QList<RunEntry> m_entries;
    std::map<QString, Followed> m_followed; // by id
    RunHeader* m_header;
    Notice* m_notice;
    QLabel* m_problem;
    VerdictCard* m_verdict;
    RunCharts* m_charts;
    EmptyState* m_noSteps; // in place of the charts
    ProbeCard* m_probes;
    RecipeDifferenceCard* m_difference;
    QTimer m_slowRead; // fires where reading the events takes so long that it must be said
    std::int64_t m_changedRows = 0; // of its sets since the run began
    bool m_hasRows = false; // the run's rows are fixed
    LatestTask<bool> m_command;
    LatestTask<std::optional<std::uint64_t>> m_setChange;
};

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// The project's runs: the list at the left, the chosen one live at the right.
#pragma once

#include "core/common/link/control.h"
#include "ui/runs/run_entry.h"
#include "ui/runs/run_history.h"
#include "ui/shell/page.h"
#include "ui/task/latest_task.h"

#include <QTimer>
#include <memory>
#include <optional>

class QLabel;
class QListView;
class QModelIndex;
class QStackedWidget;

namespace temper {

class EmptyState;
class Notice;
class ProbeCard;
class RunCharts;
class RunFollower;
class RunHeader;
class RunListModel;
class Theme;

class RunsPage : public Page {
    Q_OBJECT
public:
    explicit RunsPage(Theme& theme, QWidget* parent = nullptr);
    ~RunsPage() override;

    PageId id() const override { return PageId::Runs; }
    QString title() const override;
    QString iconName() const override;
    void setProject(const OpenProject& project) override;
    void closeProject() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeList(const Theme& theme);
    QWidget* makeDetail(const Theme& theme);
    void refreshList();
    void showEntries(const QList<RunEntry>& entries);
    void chooseRun(const QModelIndex& index);
    void showHistory(std::shared_ptr<const RunHistory> history);
    void showChosen();
    void showReading();
    void send(ControlCommand command);
    void retranslate();

    std::optional<OpenProject> m_project;
    QString m_chosen; // id of the run
    std::shared_ptr<const RunHistory> m_history;
    RunListModel* m_model;
    RunFollower* m_follower;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    EmptyState* m_loading;
    QLabel* m_listTitle;
    QListView* m_list;
    RunHeader* m_header;
    Notice* m_notice;
    QLabel* m_problem;
    RunCharts* m_charts;
    ProbeCard* m_probes;
    QTimer m_refresh;
    QTimer m_slowRead; // fires where reading the events of the chosen run takes so long that it must be said
    bool m_reading = false;
    LatestTask<QList<RunEntry>> m_listing;
    LatestTask<bool> m_command;
};

} // namespace temper

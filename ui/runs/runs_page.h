// SPDX-License-Identifier: GPL-3.0-or-later
// The project's runs: queue and history at the left, the chosen one (or several over one another) at the
// right.
#pragma once

#include "ui/runs/run_catalog.h"
#include "ui/shell/page.h"
#include "ui/shell/workbench.h"
#include "ui/task/latest_task.h"

#include <QTimer>
#include <memory>
#include <optional>

class QMenu;
class QPoint;
class QStackedWidget;

namespace temper {

class BinView;
class EmptyState;
class QueueStarter;
class RunActions;
class RunDetail;
class RunSide;
class RunningRun;
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
    void setWorkbench(Workbench& workbench) override { m_workbench = &workbench; }
    void receive(const Json& what) override; // {"run": id}: that one is shown
    QList<Place> places() const override;
    QStringList pictureStates() const override;
    void showPictureState(const QString& name) override;
    void select(const QString& runId); // at once, or as soon as it is listed
    void showBin();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeContent(Theme& theme);
    void connectActions();
    void refreshList();
    void refreshSoon();
    void showListing(const RunListing& listing);
    void tellStatus();
    void chooseRuns(const QStringList& ids);
    QList<RunEntry> chosenEntries() const;
    void resumeChosen();
    void deleteChosen();
    void showMenu(const QPoint& globalPosition);
    void addQueueActions(QMenu& menu, const RunEntry& entry);
    void addJumps(QMenu& menu, const RunEntry& entry);
    void jump(PageId page, const Json& what);
    void tell(const Error& error);
    void retranslate();

    Workbench* m_workbench = nullptr;
    std::optional<OpenProject> m_project;
    std::shared_ptr<RunCatalog> m_catalog; // used by one reading at a time
    QStringList m_chosen; // ids
    QString m_wanted; // to be selected once it is listed
    QueueStarter* m_starter;
    RunActions* m_actions;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    EmptyState* m_loading;
    QStackedWidget* m_right = nullptr;
    RunSide* m_side = nullptr;
    RunDetail* m_detail = nullptr;
    BinView* m_bin = nullptr;
    RunningRun* m_running;
    QTimer m_refresh;
    bool m_reading = false;
    bool m_readOnly = false;
    LatestTask<RunListing> m_listing;
};

} // namespace temper

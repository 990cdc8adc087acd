// SPDX-License-Identifier: GPL-3.0-or-later
// The way from data to a better model as a strip over the pages: what is done, and the next open step, which
// leads to its page.
#pragma once

#include "core/common/project/next_step.h"
#include "ui/shell/open_project.h"
#include "ui/shell/page_id.h"
#include "ui/task/latest_task.h"

#include <QTimer>
#include <QWidget>
#include <optional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace temper {

class Theme;

class StepStrip : public QWidget {
    Q_OBJECT
public:
    explicit StepStrip(const Theme& theme, QWidget* parent = nullptr); // hidden while no project is open

    void setProject(const OpenProject& project);
    void closeProject();

Q_SIGNALS:
    void pageAsked(temper::PageId page);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void look();
    void show(const ProjectProgress& progress);
    void retell();

    const Theme& m_theme;
    std::optional<OpenProject> m_project;
    ProjectProgress m_progress;
    QTimer m_refresh;
    bool m_isLooking = false;
    QLabel* m_lead;
    std::array<QToolButton*, kProjectSteps.size()> m_steps {};
    LatestTask<ProjectProgress> m_reading;
};

} // namespace temper

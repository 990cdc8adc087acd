// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a run's result away: as an adapter, or merged into its model, checked by loading it again.
//
// receive() takes {"run": id, "step": of a checkpoint (absent: the result)}, which is then chosen.
#pragma once

#include "ui/export/export_job.h"
#include "ui/shell/page.h"

#include <optional>

class QLabel;
class QPushButton;

namespace temper {

class ElidedLabel;
class ExportChoice;
class ExportList;
class Notice;
class ProgressLine;
class Theme;
class WorkTeller;

class ExportPage : public Page {
    Q_OBJECT
public:
    explicit ExportPage(Theme& theme, QWidget* parent = nullptr);
    ~ExportPage() override;

    PageId id() const override { return PageId::Export; }
    QString title() const override;
    QString iconName() const override;
    void setProject(const OpenProject& project) override;
    void closeProject() override;
    void setWorkbench(Workbench& workbench) override;
    void receive(const Json& what) override;
    QStringList pictureStates() const override;
    void showPictureState(const QString& state) override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeTitleRow();
    QWidget* makeProgress(const Theme& theme);
    void connectJob();
    void readSources();
    void showSources(const QList<AnswerSource>& runs);
    void readExports();
    void start();
    void showRunning();
    void retranslate();

    std::optional<OpenProject> m_project;
    Json m_wish; // of receive(), until the runs have been read
    ExportJob* m_job;
    WorkTeller* m_work;
    QLabel* m_title;
    QLabel* m_line;
    QPushButton* m_start;
    QPushButton* m_stop;
    Notice* m_notice;
    QWidget* m_progressRow;
    ElidedLabel* m_phase;
    ProgressLine* m_progress;
    ExportChoice* m_choice;
    ExportList* m_list;
    LatestTask<QList<AnswerSource>> m_sourcesTask;
    LatestTask<QList<ExportRecord>> m_listTask;
};

} // namespace temper

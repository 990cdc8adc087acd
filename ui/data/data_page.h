// SPDX-License-Identifier: GPL-3.0-or-later
// The project's data sets: importing, looking through them, editing, splitting and mixing.
// receive(): {"set": name} opens that set; {"import": [path, …]} begins an import of the files.
#pragma once

#include "ui/data/render_tools.h"
#include "ui/data/row_editor.h"
#include "ui/data/set_files.h"
#include "ui/shell/page.h"
#include "ui/task/latest_task.h"

#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace temper {

class EmptyState;
class ImportPanel;
class Notice;
class RemovedBar;
class SetHeader;
class SetView;
class SplitPanel;
class MixPanel;
class Theme;

class DataPage : public Page {
    Q_OBJECT
public:
    explicit DataPage(Theme& theme, QWidget* parent = nullptr);
    ~DataPage() override;

    PageId id() const override { return PageId::Data; }
    QString title() const override;
    QString iconName() const override;
    void setProject(const OpenProject& project) override;
    void closeProject() override;
    void setWorkbench(Workbench& workbench) override; // rows are shown as the next run reads them
    void receive(const Json& what) override;
    QList<Place> places() const override;
    QStringList pictureStates() const override;
    void showPictureState(const QString& state) override;

    void importFiles(const QStringList& files); // opens the panel with them
    QString currentSet() const { return m_current; }
    SetView& view() const { return *m_view; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override; // models may have come meanwhile
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Listing {
        ProjectSets sets;
        QList<ModelChoice> models;
    };

    QWidget* makeContent(Theme& theme);
    void connectHeader();
    void connectPanels();
    void readSets(const QString& wanted);
    void showSets(const Listing& listing, const QString& wanted);
    void openSet(const QString& name);
    void showState();
    void chooseFiles();
    void rename(const QString& name);
    void remove();
    void restore(const QString& set);
    // `work` answers the name of the set to open afterwards; empty: the first one.
    void change(std::function<QString(Project&)> work);
    Editing editing() const;
    const DatasetEntry* entry(const QString& name) const;
    void retranslate();

    Theme& m_theme;
    std::optional<OpenProject> m_project;
    ProjectSets m_sets;
    QString m_current;
    QStackedWidget* m_stack;
    EmptyState* m_loading;
    EmptyState* m_empty;
    QWidget* m_content;
    SetHeader* m_header;
    Notice* m_notice;
    RemovedBar* m_removed = nullptr;
    SetView* m_view;
    ImportPanel* m_importPanel;
    SplitPanel* m_splitPanel;
    MixPanel* m_mixPanel;
    LatestTask<Listing> m_listing;
    LatestTask<QString> m_changing;
    LatestTask<QList<ModelChoice>> m_modelReading;
};

} // namespace temper

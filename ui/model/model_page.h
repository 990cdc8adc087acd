// SPDX-License-Identifier: GPL-3.0-or-later
// The project's models: the list at the left, the chosen one as cards at the right, and where to get more.
#pragma once

#include "core/common/project/model_library.h"
#include "ui/model/model_facts.h"
#include "ui/shell/page.h"
#include "ui/task/latest_task.h"

#include <QHash>
#include <functional>
#include <optional>

class QLabel;
class QListView;
class QModelIndex;
class QPushButton;
class QStackedWidget;

namespace temper {

class EmptyState;
class GetModelView;
class ModelDetail;
class ModelList;
class Notice;
class Theme;

// receive() takes {"get": name}: opens "Get a model" with the name filled in (it may be empty), and
// {"model": hash}: that one is shown.
class ModelPage : public Page {
    Q_OBJECT
public:
    explicit ModelPage(Theme& theme, QWidget* parent = nullptr);
    ~ModelPage() override;

    PageId id() const override { return PageId::Model; }
    QString title() const override;
    QString iconName() const override;
    void setWorkbench(Workbench& workbench) override;
    void setProject(const OpenProject& project) override;
    void closeProject() override;
    void receive(const Json& what) override;
    QList<Place> places() const override;

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Wanted {
        QString path;
        QString name; // empty: its own
    };

    QWidget* makeSide(const Theme& theme);
    QWidget* makeDetail(const Theme& theme);
    void refresh(const std::string& choose = {});
    void showModels(const std::vector<LibraryModel>& models, const std::string& choose);
    void chooseModel(const QModelIndex& index);
    void askEngine(const LibraryModel& model);
    void add(const QList<Wanted>& wanted);
    void chooseFolder();
    void chooseFile();
    void locate();
    void remove();
    void train();
    void openGetView(const QString& name);
    void changeLibrary(std::function<std::string(Project&)> change); // answers the hash to be chosen
    const LibraryModel* chosen() const;
    void retranslate();

    std::optional<OpenProject> m_project;
    Workbench* m_workbench = nullptr;
    QHash<QString, ModelFacts> m_facts; // by hash
    ModelList* m_list;
    QStackedWidget* m_stack;
    EmptyState* m_loading;
    EmptyState* m_empty;
    QWidget* m_detailPane = nullptr;
    ModelDetail* m_detail = nullptr;
    GetModelView* m_get;
    Notice* m_notice;
    QLabel* m_sideTitle = nullptr;
    QListView* m_view = nullptr;
    QPushButton* m_addFolder = nullptr;
    QPushButton* m_addFile = nullptr;
    QPushButton* m_getButton = nullptr;
    LatestTask<std::vector<LibraryModel>> m_listing;
    LatestTask<std::string> m_change;
};

} // namespace temper

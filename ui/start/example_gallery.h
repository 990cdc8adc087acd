// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped examples, one card each, and making a project of one.
#pragma once

#include "core/common/file/model_places.h"
#include "ui/start/example_files.h"
#include "ui/task/latest_task.h"

#include <QWidget>
#include <memory>

class QLabel;
class QVBoxLayout;

namespace temper {

class ExampleCard;
class Notice;
class Theme;

class ExampleGallery : public QWidget {
    Q_OBJECT
public:
    explicit ExampleGallery(const Theme& theme, QWidget* parent = nullptr);
    ~ExampleGallery() override;

    // Where projects are made and models are looked for; the person's own folders by default.
    void setPlaces(const QString& projects, const std::vector<ModelFolder>& models);

Q_SIGNALS:
    void made(const QString& folder); // a project with recipe.yaml in it

protected:
    void changeEvent(QEvent* event) override;

private:
    void addCard(const Theme& theme, const ExampleProject& example);
    void lookForModel(ExampleCard& card);
    void locateModel(ExampleCard& card);
    void make(ExampleCard& card, const QString& model);
    void setBusy(bool busy);
    void retranslate();

    std::unique_ptr<ExampleFiles> m_files;
    QString m_projects;
    std::vector<ModelFolder> m_modelFolders;
    QList<ExampleCard*> m_cards;
    QLabel* m_title;
    Notice* m_notice;
    QVBoxLayout* m_column;
    LatestTask<QString> m_search;
    LatestTask<QString> m_making;
};

} // namespace temper

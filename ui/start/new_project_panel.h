// SPDX-License-Identifier: GPL-3.0-or-later
// A new project in one panel: its name, its model, its data, and what is proposed for the first run.
#pragma once

#include "core/common/base/json.h"
#include "core/common/file/model_places.h"
#include "core/common/recipe/recipe_proposal.h"
#include "ui/task/latest_task.h"

#include <QWidget>
#include <optional>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace temper {

class ElidedLabel;
class Notice;
class ProposalCard;
class Theme;

class NewProjectPanel : public QWidget {
    Q_OBJECT
public:
    explicit NewProjectPanel(const Theme& theme, QWidget* parent = nullptr);

    void begin(); // empty fields; looks for models on this machine
    void setData(const QString& file); // as if it had been chosen
    void setModel(const QString& path);
    void setParentFolder(const QString& folder);

Q_SIGNALS:
    // `settings`: [{"key", "value", "reason"}] of what was proposed.
    void made(const QString& folder, const temper::Json& settings);
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeForm(const Theme& theme);
    void addRow(QGridLayout& grid, QLabel* label, QWidget* field, QWidget* button, QLabel* hint);
    void connectFields();
    void showModels(const std::vector<FoundModel>& models);
    void chooseModelFile(bool folder);
    void chooseData();
    void chooseParent();
    void measure();
    void propose();
    void create();
    void setBusy(bool busy);
    QString model() const;
    QString folder() const;
    Json settings() const;
    void refresh();
    void retranslate();

    const Theme& m_theme;
    QString m_parent;
    DataShape m_shape;
    ModelShape m_modelShape;
    std::optional<RecipeProposal> m_proposal;
    bool m_isBusy = false;
    QLabel* m_title;
    QLabel* m_purpose;
    QPushButton* m_cancel;
    QPushButton* m_create;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    ElidedLabel* m_nameHint;
    QPushButton* m_changeParent;
    QLabel* m_modelLabel;
    QComboBox* m_models;
    QLabel* m_modelHint;
    QPushButton* m_browseModel;
    QLabel* m_dataLabel;
    QLineEdit* m_data;
    QLabel* m_dataHint;
    QPushButton* m_browseData;
    Notice* m_notice;
    ProposalCard* m_proposalCard;
    LatestTask<std::vector<FoundModel>> m_search;
    struct Measured {
        DataShape data;
        ModelShape model;
    };
    LatestTask<Measured> m_measuring;
    LatestTask<QString> m_making;
};

} // namespace temper

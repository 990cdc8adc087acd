// SPDX-License-Identifier: GPL-3.0-or-later
// Getting a model by its name from a server the person names: what is offered first, then the files.
#pragma once

#include "ui/model/model_fetch.h"
#include "ui/task/latest_task.h"
#include "ui/widgets/card.h"

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace temper {

class FactGrid;
class FetchProgress;
class ModelFetcher;

class FetchCard : public Card {
    Q_OBJECT
public:
    explicit FetchCard(const Theme& theme, QWidget* parent = nullptr);

    void setModelName(const QString& name);
    bool isFetching() const;

Q_SIGNALS:
    void fetched(const QString& path, const QString& name); // a folder or GGUF file, to be added

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeForm();
    void makeOffer();
    void lookUp();
    void offer(const HubModel& model);
    void showVariant();
    void chooseFolder();
    void startFetch();
    void endFetch();
    void fail(const Error& error);
    void refresh();
    FetchOrder order() const;
    void retranslate();

    HubAddress m_asked;
    std::optional<HubModel> m_offer;
    QString m_folder; // models are put below it
    bool m_lookingUp = false;
    QLabel* m_serverLabel;
    QLineEdit* m_server;
    QLabel* m_serverHint;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QPushButton* m_lookUp;
    QLabel* m_problem;
    QWidget* m_offerArea;
    QLabel* m_formLabel;
    QComboBox* m_forms;
    FactGrid* m_facts;
    QLabel* m_gated;
    QPushButton* m_changeFolder;
    QPushButton* m_get;
    FetchProgress* m_progress;
    ModelFetcher* m_fetcher;
    LatestTask<HubModel> m_search;
};

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// The models that other programs keep on this machine, to be added by a click.
#pragma once

#include "core/common/file/model_places.h"
#include "ui/task/latest_task.h"
#include "ui/widgets/card.h"

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace temper {

class FoundModelList;

class FoundModelsCard : public Card {
    Q_OBJECT
public:
    explicit FoundModelsCard(const Theme& theme, QWidget* parent = nullptr);

    void look(); // again; off the GUI thread

Q_SIGNALS:
    void addAsked(const temper::FoundModel& model);

protected:
    void changeEvent(QEvent* event) override;

private:
    void show(const std::vector<FoundModel>& models);
    void filter();
    void addChosen();
    void retranslate();

    std::vector<FoundModel> m_found;
    bool m_looking = false;
    QLineEdit* m_filter;
    QListView* m_view;
    FoundModelList* m_list;
    QLabel* m_empty;
    QPushButton* m_add;
    LatestTask<std::vector<FoundModel>> m_search;
};

} // namespace temper

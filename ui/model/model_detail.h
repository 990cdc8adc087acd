// SPDX-License-Identifier: GPL-3.0-or-later
// One model of the project: what it is, what text costs with it, and where it lies.
#pragma once

#include "core/common/base/error.h"
#include "core/common/project/model_library.h"
#include "ui/model/model_facts.h"

#include <QWidget>
#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace temper {

class Card;
class ElidedLabel;
class FactGrid;
class Notice;
class Theme;
class TokenCost;

class ModelDetail : public QWidget {
    Q_OBJECT
public:
    explicit ModelDetail(const Theme& theme, QWidget* parent = nullptr);

    void show(const LibraryModel& model); // what the engine says of it follows
    void showFacts(const ModelFacts& facts);
    void showProblem(const Error& error); // why the engine cannot use it
    void setReadOnlyReason(const QString& reason); // empty: it may be changed

Q_SIGNALS:
    void trainAsked();
    void locateAsked();
    void getAsked();
    void removeAsked();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeTitleRow();
    void makeCards(const Theme& theme);
    void retell();
    void tellFacts();
    void tellPlace();
    void retranslate();

    std::optional<LibraryModel> m_model;
    std::optional<ModelFacts> m_facts;
    QString m_problem;
    QString m_readOnlyReason;
    ElidedLabel* m_title;
    ElidedLabel* m_state;
    QPushButton* m_train;
    QLabel* m_missing;
    QPushButton* m_locate;
    QPushButton* m_get;
    QPushButton* m_remove;
    Card* m_shapeCard;
    FactGrid* m_shape;
    Card* m_costCard;
    TokenCost* m_cost;
    QLabel* m_costNote;
    Card* m_placeCard;
    FactGrid* m_place;
    QBoxLayout* m_cards;
};

} // namespace temper

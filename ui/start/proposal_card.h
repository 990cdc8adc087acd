// SPDX-License-Identifier: GPL-3.0-or-later
// The settings proposed for a new project's first run, each with its reason.
#pragma once

#include "core/common/recipe/recipe_proposal.h"
#include "ui/widgets/card.h"

#include <optional>

class QGridLayout;
class QLabel;

namespace temper {

class ProposalCard : public Card {
    Q_OBJECT
public:
    explicit ProposalCard(const Theme& theme, QWidget* parent = nullptr);

    void showNothing(); // no data is chosen
    void showMeasuring();
    void showProposal(const RecipeProposal& proposal, const DataShape& shape);

protected:
    void changeEvent(QEvent* event) override;

private:
    void clear();
    void addSetting(int row, const ProposedSetting& setting);
    void retranslate();

    const Theme& m_theme;
    QLabel* m_lead;
    QGridLayout* m_grid;
    std::optional<RecipeProposal> m_proposal;
    DataShape m_data;
    bool m_isMeasuring = false;
};

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a group or two in a card: the simple ones first, the others folded behind a line that counts
// them.
#pragma once

#include "core/common/recipe/recipe_keys.h"
#include "ui/widgets/card.h"

#include <QList>

class QPushButton;

namespace temper {

class KeyRow;

enum class FormView { Simple, All };

class KeyCard : public Card {
    Q_OBJECT
public:
    KeyCard(const QList<RecipeGroup>& groups, const Theme& theme, QWidget* parent = nullptr);

    const QList<KeyRow*>& rows() const { return m_rows; }

    // Shows the rows that apply to the recipe, match the search and stand in the view; a changed row and one
    // with something to say is never hidden. A search looks behind the fold as well.
    void showRows(const Recipe& recipe, FormView view, const QString& search);
    void unfold();
    void retranslate();

Q_SIGNALS:
    void folded(); // or unfolded: the rows are to be shown anew

private:
    void retranslateFold(int hidden, FormView view, bool searching);

    QList<RecipeGroup> m_groups;
    QList<KeyRow*> m_rows;
    QPushButton* m_fold;
    bool m_unfolded = false;
};

} // namespace temper

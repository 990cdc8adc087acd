// SPDX-License-Identifier: GPL-3.0-or-later
// The form drawn from the table of recipe keys: one card a group. It shows a draft and its check and says
// what the person changes.
#pragma once

#include "ui/train/draft_check.h"
#include "ui/train/key_card.h"
#include "ui/train/key_editor.h"
#include "ui/train/key_row.h"

#include <QHash>
#include <QScrollArea>

namespace temper {

class OtherEntriesCard;

class RecipeForm : public QScrollArea {
    Q_OBJECT
public:
    explicit RecipeForm(const Theme& theme, QWidget* parent = nullptr);

    void setDraft(const RecipeDraft& draft);
    void setCheck(const DraftCheck& check);
    void setView(FormView view);
    void setSearch(const QString& text);
    void setOffers(const ProjectChoices& choices);

    KeyRow* row(std::string_view key) const; // every key of the table has one
    void jumpTo(std::string_view key); // unfolds, scrolls there and gives it the focus

Q_SIGNALS:
    void edited(const QString& key, const QString& text);
    void finished(const QString& key);
    void resetAsked(const QString& key);
    void removeOtherAsked(int index);
    void useOtherAsked(int index, const QString& key);
    void undoAsked();
    void redoAsked();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectRow(KeyRow* row);
    void showStates();
    void showRows();
    void alignTitles();
    KeyState stateOf(const RecipeKey& key) const;

    QList<KeyCard*> m_cards;
    QHash<QString, KeyRow*> m_rows;
    OtherEntriesCard* m_others;
    QWidget* m_column;
    RecipeDraft m_draft;
    DraftCheck m_check;
    ProjectChoices m_choices;
    Recipe m_recipe; // of the draft, as far as it is right
    FormView m_view = FormView::Simple;
    QString m_search;
};

} // namespace temper

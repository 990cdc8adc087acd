// SPDX-License-Identifier: GPL-3.0-or-later
// The chosen row: as the model sees it, and its texts to edit.
#pragma once

#include "core/common/data/dataset.h"
#include "ui/data/row_editor.h"
#include "ui/widgets/card.h"

#include <memory>
#include <optional>

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace temper {

class TokenCard;

class RowDetail : public Card {
    Q_OBJECT
public:
    explicit RowDetail(const Theme& theme, QWidget* parent = nullptr);

    TokenCard& tokens() const { return *m_tokens; }
    RowEditor& editor() const { return *m_editor; }
    void showRow(const DatasetRow& row, Editing editing);
    void showNewRow(RowKind kind); // empty, on the tab for editing
    void keepEditing(std::uint64_t number); // the shown row, which has this number now
    void showNothing();
    void showEditor();
    bool isNew() const { return m_new; }
    std::optional<std::uint64_t> number() const { return m_number; }

Q_SIGNALS:
    void saveAsked();
    void discardAsked();
    void setAsideAsked();
    void bringBackAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Tab { TokensTab, EditTab };

    void showTab(int tab);
    void showState();
    void retranslate();

    std::optional<std::uint64_t> m_number;
    std::shared_ptr<const DataRow> m_row;
    Editing m_editing = Editing::ReadOnly;
    bool m_new = false;
    bool m_aside = false;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    TokenCard* m_tokens;
    RowEditor* m_editor;
    QPushButton* m_save;
    QPushButton* m_discard;
    QPushButton* m_setAside;
    QPushButton* m_bringBack;
};

} // namespace temper

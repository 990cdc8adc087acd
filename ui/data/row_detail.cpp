// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/row_detail.h"

#include "ui/data/token_card.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/number_text.h"

#include <QEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace temper {

RowDetail::RowDetail(const Theme& theme, QWidget* parent)
    : Card(theme, parent)
    , m_tabs(new QTabBar)
    , m_stack(new QStackedWidget)
    , m_tokens(new TokenCard(theme))
    , m_editor(new RowEditor(theme))
    , m_save(new QPushButton)
    , m_discard(new QPushButton)
    , m_setAside(new QPushButton)
    , m_bringBack(new QPushButton)
{
    m_tabs->addTab({});
    m_tabs->addTab({});
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_stack->addWidget(m_tokens);
    m_stack->addWidget(m_editor);
    content()->setSpacing(0);
    content()->addWidget(m_tabs);
    content()->addWidget(m_stack, 1);
    for (QPushButton* button : { m_save, m_discard, m_setAside, m_bringBack }) {
        button->setProperty("role", QLatin1String("toggle"));
        addToTitleRow(button);
    }
    connect(m_tabs, &QTabBar::currentChanged, this, &RowDetail::showTab);
    connect(m_tokens, &TokenCard::noteChanged, this, &Card::setNote);
    connect(m_editor, &RowEditor::changed, this, &RowDetail::showState);
    connect(m_save, &QPushButton::clicked, this, &RowDetail::saveAsked);
    connect(m_discard, &QPushButton::clicked, this, &RowDetail::discardAsked);
    connect(m_setAside, &QPushButton::clicked, this, &RowDetail::setAsideAsked);
    connect(m_bringBack, &QPushButton::clicked, this, &RowDetail::bringBackAsked);
    retranslate();
}

void RowDetail::showRow(const DatasetRow& row, Editing editing)
{
    m_number = row.number;
    m_new = false;
    m_aside = row.isSetAside;
    m_editing = editing;
    m_row = std::make_shared<const DataRow>(row.row);
    m_tokens->setRow(m_row);
    m_editor->setRow(m_row, editing);
    showState();
}

void RowDetail::showNewRow(RowKind kind)
{
    DataRow row;
    row.kind = kind;
    row.source.file = kNoFile;
    if (kind == RowKind::Chat)
        row.messages = { { "user", {}, {} }, { "assistant", {}, {} } };
    m_number.reset();
    m_new = true;
    m_aside = false;
    m_editing = Editing::Allowed;
    m_row = std::make_shared<const DataRow>(std::move(row));
    m_tokens->setRow(nullptr);
    m_editor->setRow(m_row, m_editing);
    showEditor();
    showState();
}

void RowDetail::keepEditing(std::uint64_t number)
{
    m_number = number;
    m_new = false;
    showState();
}

void RowDetail::showNothing()
{
    m_number.reset();
    m_new = false;
    m_row.reset();
    m_tokens->setRow(nullptr);
    m_editor->setRow(nullptr, Editing::ReadOnly);
    showState();
}

void RowDetail::showEditor()
{
    m_tabs->setCurrentIndex(EditTab);
    m_editor->focusFirstField();
}

void RowDetail::showTab(int tab)
{
    m_stack->setCurrentIndex(tab);
    setNote(tab == TokensTab ? m_tokens->note() : QString());
}

void RowDetail::showState()
{
    const bool mayEdit = m_row && m_editing == Editing::Allowed;
    const bool changed = mayEdit && (m_editor->hasChanges() || m_new);
    m_save->setVisible(changed);
    m_save->setEnabled(m_editor->hasChanges());
    m_discard->setVisible(changed);
    m_setAside->setVisible(mayEdit && !m_new && !m_aside && !changed);
    m_bringBack->setVisible(mayEdit && !m_new && m_aside && !changed);
    const QString number = m_number ? NumberText::count(static_cast<std::int64_t>(*m_number) + 1) : QString();
    if (m_new)
        setTitle(tr("New row"));
    else if (!m_number)
        setTitle(tr("No row chosen"));
    else
        setTitle(m_aside ? tr("Row %1, set aside").arg(number) : tr("Row %1").arg(number));
}

void RowDetail::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RowDetail::retranslate()
{
    m_tabs->setTabText(TokensTab, tr("As the model sees it"));
    m_tabs->setTabText(EditTab, tr("Text"));
    m_tabs->setAccessibleName(tr("Views of the row"));
    m_save->setText(tr("Save row"));
    m_save->setToolTip(tr("Ctrl+S; also done when another row is chosen."));
    m_discard->setText(tr("Discard changes"));
    m_setAside->setText(tr("Set aside"));
    m_setAside->setToolTip(tr("Takes the row out of training; it stays in the set. Delete"));
    m_bringBack->setText(tr("Bring back"));
    showState();
}

} // namespace temper

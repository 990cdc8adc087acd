// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/row_editor.h"

#include "ui/data/row_words.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QAbstractTextDocumentLayout>
#include <QComboBox>
#include <QEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace temper {

namespace {

constexpr int kRoleWidth = 112;
constexpr int kLeastLines = 2;
constexpr int kMostLines = 9;
constexpr const char* kRoles[] = { "system", "user", "assistant", "tool" };

void fitHeight(QPlainTextEdit& edit)
{
    const int lines = std::clamp(edit.document()->size().toSize().height(), kLeastLines, kMostLines);
    edit.setFixedHeight(lines * edit.fontMetrics().lineSpacing() + 2 * size::kSmallGap + 2);
}

std::size_t textBytes(const DataRow& row)
{
    std::size_t bytes = row.prompt.size() + row.completion.size() + row.text.size();
    for (const Message& message : row.messages)
        bytes += message.content.size();
    return bytes;
}

} // namespace

RowEditor::RowEditor(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_note(makeLabel(LabelRole::Muted))
    , m_addTurn(new QPushButton)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, size::kGrid, size::kSmallGap, 0);
    m_column->setSpacing(size::kSmallGap);
    m_note->setWordWrap(true);
    m_column->addWidget(m_note);
    m_column->addWidget(m_addTurn, 0, Qt::AlignLeft);
    m_column->addStretch();
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    connect(m_addTurn, &QPushButton::clicked, this, [this] {
        const bool answer = !m_fields.empty() && m_fields.back().role
            && m_fields.back().role->currentData().toString() == QLatin1String("user");
        addTurn({ answer ? "assistant" : "user", {}, {} }, -1);
        m_fields.back().text->setFocus();
        note();
    });
    retranslate();
}

void RowEditor::setRow(std::shared_ptr<const DataRow> row, Editing editing)
{
    m_row = std::move(row);
    m_editing = editing;
    fill();
}

// A saved row is read anew: the cursor waits here for its place in the new fields.
void RowEditor::leaveField()
{
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        if (!m_fields[i].text->hasFocus())
            continue;
        m_cursor = CursorPlace { i, m_fields[i].text->textCursor().position() };
        return setFocus(Qt::OtherFocusReason);
    }
}

void RowEditor::returnToField()
{
    const auto place = std::exchange(m_cursor, std::nullopt);
    if (!place || !hasFocus() || place->field >= m_fields.size())
        return;
    QPlainTextEdit& text = *m_fields[place->field].text;
    QTextCursor cursor = text.textCursor();
    cursor.setPosition(std::min(place->position, text.document()->characterCount() - 1));
    text.setTextCursor(cursor);
    text.setFocus(Qt::OtherFocusReason);
}

void RowEditor::clear()
{
    leaveField();
    for (const Field& field : m_fields) {
        field.box->hide(); // not to be typed into any more
        field.box->deleteLater();
    }
    m_fields.clear();
    m_changed = false;
}

void RowEditor::fill()
{
    clear();
    m_addTurn->hide();
    m_note->setVisible(!m_row);
    m_note->setText(m_row ? QString() : tr("Choose a row to read and edit it."));
    if (!m_row)
        return;
    const bool tokens = m_row->kind == RowKind::Tokens;
    if (tokens || textBytes(*m_row) > kMostBytes) {
        m_note->setText(tokens ? tr("This row came as token ids and is not edited as text.")
                               : tr("This row is longer than 1 MB and is not edited here. Change it in its "
                                    "file and import again."));
        m_note->show();
        return;
    }
    switch (m_row->kind) {
    case RowKind::Chat:
        for (std::size_t i = 0; i < m_row->messages.size(); ++i)
            addTurn(m_row->messages[i], static_cast<std::ptrdiff_t>(i));
        m_addTurn->setVisible(m_editing == Editing::Allowed);
        break;
    case RowKind::Prompt:
        addField(tr("Prompt"), m_row->prompt);
        addField(tr("Completion"), m_row->completion);
        break;
    case RowKind::Text:
        addField(tr("Text"), m_row->text);
        break;
    case RowKind::Tokens:
        break;
    }
    m_changed = false;
    returnToField();
}

RowEditor::Field& RowEditor::addField(const QString& name, const std::string& text)
{
    Field field;
    field.box = new QWidget;
    auto* row = new QHBoxLayout(field.box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kSmallGap);
    if (name.isEmpty()) {
        field.role = new QComboBox;
        field.role->setFixedWidth(kRoleWidth);
        row->addWidget(field.role, 0, Qt::AlignTop);
    } else {
        QLabel* label = makeLabel(LabelRole::Muted);
        label->setText(name);
        label->setFixedWidth(kRoleWidth);
        row->addWidget(label, 0, Qt::AlignTop);
    }
    field.text = new QPlainTextEdit;
    field.text->setTabChangesFocus(true);
    field.text->setAccessibleName(name);
    field.text->setPlainText(QString::fromStdString(text));
    field.text->setReadOnly(m_editing == Editing::ReadOnly);
    row->addWidget(field.text, 1);
    QPlainTextEdit* edit = field.text;
    connect(edit->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, edit,
        [edit] { fitHeight(*edit); });
    fitHeight(*edit);
    connect(edit, &QPlainTextEdit::textChanged, this, &RowEditor::note);
    m_column->insertWidget(static_cast<int>(m_fields.size()) + 1, field.box);
    m_fields.push_back(field);
    return m_fields.back();
}

void RowEditor::addTurn(const Message& message, std::ptrdiff_t index)
{
    Field& field = addField({}, message.content);
    field.message = index;
    for (const char* role : kRoles)
        field.role->addItem(RowWords::role(role), QLatin1String(role));
    const QString role = QString::fromStdString(message.role);
    if (field.role->findData(role) < 0)
        field.role->addItem(role, role);
    field.role->setCurrentIndex(field.role->findData(role));
    field.role->setEnabled(m_editing == Editing::Allowed);
    field.role->setAccessibleName(tr("Role of turn %1").arg(m_fields.size()));
    field.text->setAccessibleName(tr("Text of turn %1").arg(m_fields.size()));
    connect(field.role, &QComboBox::currentIndexChanged, this, &RowEditor::note);
    if (m_editing == Editing::ReadOnly)
        return;
    field.remove = new QPushButton(tr("Remove"));
    field.remove->setAccessibleName(tr("Remove turn %1").arg(m_fields.size()));
    field.box->layout()->addWidget(field.remove);
    field.box->layout()->setAlignment(field.remove, Qt::AlignTop);
    connect(field.remove, &QPushButton::clicked, this, [this, box = field.box] { removeTurn(box); });
}

void RowEditor::removeTurn(QWidget* box)
{
    std::erase_if(m_fields, [box](const Field& field) { return field.box == box; });
    box->hide();
    box->deleteLater();
    note();
}

void RowEditor::note()
{
    m_changed = true;
    ++m_changes;
    Q_EMIT changed();
}

Message RowEditor::message(const Field& field) const
{
    Message message;
    if (field.message >= 0)
        message = m_row->messages[static_cast<std::size_t>(field.message)];
    const std::string text = field.text->toPlainText().toStdString();
    if (text != message.content && message.more.is_object())
        message.more.erase("content");
    message.content = text;
    message.role = field.role->currentData().toString().toStdString();
    return message;
}

DataRow RowEditor::row() const
{
    DataRow row = m_row ? *m_row : DataRow();
    const auto text = [this](std::size_t i) { return m_fields.at(i).text->toPlainText().toStdString(); };
    if (m_fields.empty())
        return row;
    switch (row.kind) {
    case RowKind::Chat:
        row.messages.clear();
        for (const Field& field : m_fields)
            row.messages.push_back(message(field));
        break;
    case RowKind::Prompt:
        row.prompt = text(0);
        row.completion = text(1);
        break;
    case RowKind::Text:
        row.text = text(0);
        break;
    case RowKind::Tokens:
        break;
    }
    return row;
}

void RowEditor::focusFirstField()
{
    if (!m_fields.empty())
        m_fields.front().text->setFocus(Qt::OtherFocusReason);
}

void RowEditor::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RowEditor::retranslate()
{
    m_addTurn->setText(tr("Add turn"));
    if (!m_changed)
        fill();
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/set_header.h"

#include "ui/data/row_words.h"
#include "ui/data/set_view.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace temper {

namespace {
constexpr int kPickerRoom = 28; // for the arrow
constexpr int kNameWidth = 420;
} // namespace

SetHeader::SetHeader(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_picker(new QPushButton)
    , m_sets(new QMenu(this))
    , m_name(new QLineEdit)
    , m_line(new ElidedLabel(LabelRole::Muted))
    , m_undo(new QToolButton)
    , m_redo(new QToolButton)
    , m_addRow(new QPushButton)
    , m_more(new QToolButton)
    , m_menu(new QMenu(this))
    , m_import(new QPushButton)
{
    m_picker->setProperty("role", QLatin1String("picker"));
    m_picker->setMenu(m_sets);
    m_picker->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_name->installEventFilter(this);
    m_name->setFixedWidth(kNameWidth);
    m_name->hide();
    m_import->setProperty("role", QLatin1String("primary"));
    makeMenu();
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_picker, 0, Qt::AlignLeft);
    words->addWidget(m_name, 0, Qt::AlignLeft);
    words->addWidget(m_line);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kSmallGap);
    row->addLayout(words, 1);
    for (QWidget* widget :
        { static_cast<QWidget*>(m_undo), static_cast<QWidget*>(m_redo), static_cast<QWidget*>(m_more),
            static_cast<QWidget*>(m_addRow), static_cast<QWidget*>(m_import) })
        row->addWidget(widget, 0, Qt::AlignVCenter);
    connect(m_undo, &QToolButton::clicked, this, &SetHeader::undoAsked);
    connect(m_redo, &QToolButton::clicked, this, &SetHeader::redoAsked);
    connect(m_addRow, &QPushButton::clicked, this, &SetHeader::addRowAsked);
    connect(m_import, &QPushButton::clicked, this, &SetHeader::importAsked);
    connect(&theme, &Theme::changed, this, &SetHeader::restyle);
    restyle();
    retranslate();
}

void SetHeader::makeMenu()
{
    m_rename = m_menu->addAction(QString(), this, &SetHeader::askForName);
    m_split = m_menu->addAction(QString(), this, &SetHeader::splitAsked);
    m_mix = m_menu->addAction(QString(), this, &SetHeader::mixAsked);
    m_menu->addSeparator();
    m_remove = m_menu->addAction(QString(), this, &SetHeader::removeAsked);
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    for (QToolButton* button : { m_undo, m_redo, m_more }) {
        button->setIconSize(QSize(size::kIcon, size::kIcon));
        button->setFocusPolicy(Qt::StrongFocus);
    }
}

void SetHeader::setSets(const std::vector<DatasetEntry>& sets, const QString& current)
{
    endNaming();
    m_current = current;
    m_sets->clear();
    for (const DatasetEntry& set : sets) {
        const QString name = QString::fromStdString(set.name);
        QAction* action = m_sets->addAction(name + QLatin1Char('\t')
            + tr("%1 rows").arg(NumberText::count(static_cast<std::int64_t>(set.rows))));
        action->setCheckable(true);
        action->setChecked(name == current);
        connect(action, &QAction::triggered, this, [this, name] { Q_EMIT setAsked(name); });
    }
    restyle();
    m_picker->setAccessibleName(tr("Data set %1; opens the list of sets").arg(current));
    m_line->setFullText({});
}

void SetHeader::setEditing(Editing editing)
{
    m_editing = editing;
    const bool allowed = editing == Editing::Allowed;
    for (QWidget* widget :
        { static_cast<QWidget*>(m_addRow), static_cast<QWidget*>(m_import), static_cast<QWidget*>(m_more) })
        widget->setEnabled(allowed);
    m_undo->setEnabled(allowed && m_mayUndo);
    m_redo->setEnabled(allowed && m_mayRedo);
}

void SetHeader::showState(const SetState& state, const QString& tokens)
{
    const auto count
        = [](std::uint64_t value) { return NumberText::count(static_cast<std::int64_t>(value)); };
    QStringList parts { tr("%1 rows").arg(count(state.counts.rows)) };
    if (state.counts.setAside > 0)
        parts.append(tr("%1 set aside").arg(count(state.counts.setAside)));
    if (state.counts.problems > 0)
        parts.append(tr("%1 cannot be used").arg(count(state.counts.problems)));
    if (!tokens.isEmpty())
        parts.append(tokens);
    parts.append(
        m_editing == Editing::ReadOnly ? tr("read-only: the project cannot be written") : tr("saved"));
    m_line->setFullText(parts.join(QStringLiteral(" · ")));
    m_mayUndo = state.undo.has_value();
    m_mayRedo = state.redo.has_value();
    m_undoWords = state.undo ? RowWords::step(*state.undo) : QString();
    m_redoWords = state.redo ? RowWords::step(*state.redo) : QString();
    setEditing(m_editing);
    retranslate();
}

void SetHeader::askForName()
{
    m_name->setText(m_current);
    m_picker->hide();
    m_name->show();
    m_name->setFocus();
    m_name->selectAll();
}

void SetHeader::showNameProblem(const QString& sentence)
{
    m_line->setFullText(sentence);
}

void SetHeader::endNaming()
{
    m_name->hide();
    m_picker->show();
}

bool SetHeader::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_name || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape:
        endNaming();
        m_picker->setFocus();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_name->text().trimmed() == m_current)
            endNaming();
        else
            Q_EMIT renamed(m_name->text().trimmed());
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void SetHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SetHeader::restyle()
{
    m_undo->setIcon(m_theme.icon(QStringLiteral("undo")));
    m_redo->setIcon(m_theme.icon(QStringLiteral("redo")));
    m_more->setIcon(m_theme.icon(QStringLiteral("more")));
    m_name->setFont(m_theme.font(TextRole::Section));
    const QFontMetrics metrics(m_theme.font(TextRole::PageTitle));
    const QString shown = metrics.elidedText(m_current, Qt::ElideRight, kNameWidth);
    m_picker->setText(shown);
    m_picker->setFixedWidth(metrics.horizontalAdvance(shown) + kPickerRoom);
}

void SetHeader::retranslate()
{
    const auto words = [](const QString& bare, const QString& step) {
        return step.isEmpty() ? bare : QStringLiteral("%1 %2").arg(bare, step);
    };
    m_undo->setAccessibleName(words(tr("Undo"), m_undoWords));
    m_undo->setToolTip(m_undo->accessibleName() + QStringLiteral("  Ctrl+Z"));
    m_redo->setAccessibleName(words(tr("Redo"), m_redoWords));
    m_redo->setToolTip(m_redo->accessibleName() + QStringLiteral("  Ctrl+Shift+Z"));
    m_more->setAccessibleName(tr("More about this set"));
    m_more->setToolTip(tr("Rename, split, mix, delete"));
    m_name->setAccessibleName(tr("New name of the set"));
    m_name->setToolTip(tr("Enter renames, Escape leaves the name."));
    m_addRow->setText(tr("Add row"));
    m_import->setText(tr("Import…"));
    m_rename->setText(tr("Rename…"));
    m_split->setText(tr("Split…"));
    m_mix->setText(tr("Mix with other sets…"));
    m_remove->setText(tr("Delete set"));
}

} // namespace temper

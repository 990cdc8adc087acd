// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/conversation_list.h"

#include "ui/shell/open_project.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/row_painter.h"
#include "ui/widgets/text_label.h"

#include <QDateTime>
#include <QEvent>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

namespace temper {

namespace {

class Delegate : public QStyledItemDelegate {
public:
    Delegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        TwoLineRow row;
        row.title = index.data(Qt::DisplayRole).toString();
        row.detail = index.data(ConversationListModel::WhenRole).toString();
        paintTwoLineRow(*painter, option, m_theme, row);
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return { 0, kTwoLineRowHeight };
    }

private:
    const Theme& m_theme;
};

} // namespace

void ConversationListModel::setEntries(const QList<ConversationEntry>& entries)
{
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

QModelIndex ConversationListModel::indexOf(const std::filesystem::path& file) const
{
    for (int i = 0; i < m_entries.size(); ++i)
        if (m_entries[i].file == file)
            return index(i);
    return {};
}

const ConversationEntry* ConversationListModel::entry(const QModelIndex& index) const
{
    return index.isValid() ? &m_entries[index.row()] : nullptr;
}

int ConversationListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ConversationListModel::data(const QModelIndex& index, int role) const
{
    const ConversationEntry* entry = this->entry(index);
    if (!entry)
        return {};
    const auto time = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(entry->changed * 1000));
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(entry->title).simplified();
    case Qt::ToolTipRole:
        return QString::fromStdString(entry->title);
    case FileRole:
        return toText(entry->file);
    case WhenRole:
        return QLocale().toString(time, QStringLiteral("yyyy-MM-dd HH:mm"));
    }
    return {};
}

ConversationList::ConversationList(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new ConversationListModel(this))
    , m_title(makeLabel(LabelRole::Group))
    , m_remove(new QToolButton)
    , m_list(new QListView)
    , m_none(makeLabel(LabelRole::Faint))
    , m_undoRow(new QWidget)
    , m_removed(makeLabel(LabelRole::Small))
    , m_undo(new QPushButton)
{
    m_remove->setIconSize(QSize(size::kSmallIcon, size::kSmallIcon));
    m_remove->setFocusPolicy(Qt::TabFocus);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new Delegate(theme, this));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->installEventFilter(this);
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_undo->setProperty("role", QLatin1String("toggle"));
    auto* title = new QHBoxLayout;
    title->addWidget(m_title, 1);
    title->addWidget(m_remove);
    auto* undo = new QHBoxLayout(m_undoRow);
    undo->setContentsMargins(0, 0, 0, 0);
    undo->addWidget(m_removed, 1);
    undo->addWidget(m_undo);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kSmallGap);
    layout->addLayout(title);
    layout->addWidget(m_undoRow);
    layout->addWidget(m_none, 1);
    layout->addWidget(m_list, 1);
    connect(m_list, &QListView::clicked, this, &ConversationList::choose);
    connect(m_list, &QListView::activated, this, &ConversationList::choose);
    connect(m_remove, &QToolButton::clicked, this, &ConversationList::removeCurrent);
    connect(m_undo, &QPushButton::clicked, this, &ConversationList::undoAsked);
    connect(&theme, &Theme::changed, this, &ConversationList::restyle);
    m_undoRow->hide();
    restyle();
    retranslate();
    setEntries({});
}

void ConversationList::setEntries(const QList<ConversationEntry>& entries)
{
    m_model->setEntries(entries);
    m_none->setVisible(entries.isEmpty());
    m_list->setVisible(!entries.isEmpty());
    m_remove->setEnabled(!entries.isEmpty());
    setCurrent(m_current);
}

void ConversationList::setCurrent(const std::filesystem::path& file)
{
    m_current = file;
    const QModelIndex index = m_model->indexOf(file);
    m_list->setCurrentIndex(index);
    m_remove->setEnabled(index.isValid());
}

void ConversationList::offerUndo(bool offered)
{
    m_undoRow->setVisible(offered);
}

void ConversationList::choose(const QModelIndex& index)
{
    if (const ConversationEntry* entry = m_model->entry(index))
        Q_EMIT chosen(entry->file);
}

void ConversationList::removeCurrent()
{
    if (const ConversationEntry* entry = m_model->entry(m_list->currentIndex()))
        Q_EMIT removeAsked(std::filesystem::path(entry->file));
}

bool ConversationList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        removeCurrent();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ConversationList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConversationList::restyle()
{
    m_remove->setIcon(m_theme.icon(QStringLiteral("remove")));
}

void ConversationList::retranslate()
{
    m_title->setText(tr("Conversations"));
    m_list->setAccessibleName(tr("Conversations"));
    m_none->setText(tr("Each conversation is kept here and can be opened again."));
    m_remove->setToolTip(tr("Remove the conversation shown (Delete)"));
    m_remove->setAccessibleName(tr("Remove the conversation shown"));
    m_removed->setText(tr("Removed."));
    m_undo->setText(tr("Undo"));
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start_page.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/row_painter.h"
#include "ui/widgets/text_label.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QStringListModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace temper {

namespace {

constexpr int kContentWidth = 640;

class FolderDelegate : public QStyledItemDelegate {
public:
    FolderDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QString folder = index.data(Qt::DisplayRole).toString();
        const TwoLineRow row { QFileInfo(folder).fileName(), QDir::toNativeSeparators(folder), Colour::Muted,
            QStringLiteral("project"), Colour::Muted };
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

StartPage::StartPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel(LabelRole::Title))
    , m_purpose(makeLabel(LabelRole::Muted))
    , m_group(makeLabel(LabelRole::Group))
    , m_new(new QPushButton)
    , m_open(new QPushButton)
    , m_stack(new QStackedWidget)
    , m_list(new QListView)
    , m_folders(new QStringListModel(this))
    , m_empty(new EmptyState(theme, QStringLiteral("project")))
{
    auto* column = new QWidget;
    column->setFixedWidth(kContentWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, size::kPageMargin, 0, size::kPageMargin);
    layout->addWidget(column, 1, Qt::AlignHCenter);
    m_rows = new QVBoxLayout(column);
    m_rows->setContentsMargins(0, size::kWideGap * 2, 0, 0);
    m_rows->setSpacing(size::kGroupGap);
    makeTitleRow();
    makeList(theme);
    retranslate();
    setRecentProjects({});
}

void StartPage::makeTitleRow()
{
    m_new->setProperty("role", QLatin1String("primary"));
    connect(m_new, &QPushButton::clicked, this, &StartPage::newProjectAsked);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openProjectAsked);
    auto* words = new QVBoxLayout;
    words->setSpacing(size::kGrid);
    words->addWidget(m_title);
    words->addWidget(m_purpose);
    auto* row = new QHBoxLayout;
    row->setSpacing(size::kSmallGap);
    row->addLayout(words, 1);
    row->addWidget(m_open);
    row->addWidget(m_new);
    m_rows->addLayout(row);
}

void StartPage::makeList(const Theme& theme)
{
    m_list->setModel(m_folders);
    m_list->setItemDelegate(new FolderDelegate(theme, this));
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::clicked, this,
        [this](const QModelIndex& index) { Q_EMIT recentProjectAsked(index.data().toString()); });
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_rows->addWidget(m_group);
    m_rows->addWidget(m_stack, 1);
}

void StartPage::setRecentProjects(const QStringList& folders)
{
    m_folders->setStringList(folders);
    m_group->setVisible(!folders.isEmpty());
    setFocusProxy(folders.isEmpty() ? static_cast<QWidget*>(m_new) : m_list);
    if (folders.isEmpty())
        m_stack->setCurrentWidget(m_empty);
    else
        m_stack->setCurrentWidget(m_list);
}

bool StartPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress || !m_list->currentIndex().isValid())
        return QWidget::eventFilter(watched, event);
    const QString folder = m_list->currentIndex().data().toString();
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT recentProjectAsked(folder);
        return true;
    case Qt::Key_Delete:
        Q_EMIT forgetProjectAsked(folder);
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void StartPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StartPage::retranslate()
{
    m_title->setText(tr("Temper"));
    m_purpose->setText(tr("Fine-tune language models on your own computer."));
    m_group->setText(tr("Recent projects"));
    m_new->setText(tr("New project…"));
    m_open->setText(tr("Open project…"));
    m_list->setAccessibleName(tr("Recent projects"));
    m_list->setToolTip(tr("Enter opens, Delete takes a project off this list; its folder stays."));
    m_empty->setTexts(tr("No projects yet"),
        tr("A project is a folder that holds your data, labels, runs and results. Make a new one, or open a "
           "folder "
           "that temper-engine has written."));
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/start_page.h"

#include "ui/shell/theme/theme.h"
#include "ui/start/example_gallery.h"
#include "ui/start/new_project_panel.h"
#include "ui/start/recent_list.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"

#include <QDir>
#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace temper {

namespace {
constexpr int kContentWidth = 1080;
constexpr int kNoRecentsHeight = 232;
constexpr int kNarrow = 760; // below it the gallery stands under the recent projects
} // namespace

StartPage::StartPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(makeLabel(LabelRole::Title))
    , m_purpose(makeLabel(LabelRole::Muted))
    , m_group(makeLabel(LabelRole::Group))
    , m_new(new QPushButton)
    , m_open(new QPushButton)
    , m_recents(new QStackedWidget)
    , m_list(new RecentList(theme))
    , m_empty(new EmptyState(theme, QStringLiteral("project")))
    , m_gallery(new ExampleGallery(theme))
    , m_panel(new NewProjectPanel(theme))
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_stack(new QStackedWidget)
    , m_centre(new QWidget)
{
    m_overview = makeOverview();
    m_stack->addWidget(m_overview);
    m_stack->addWidget(m_panel);
    auto* middle = new QHBoxLayout(m_centre);
    middle->setContentsMargins(size::kPageMargin, size::kWideGap * 2, size::kPageMargin, size::kPageMargin);
    middle->addStretch(1);
    middle->addWidget(m_stack, 1000);
    middle->addStretch(1);
    m_stack->setMaximumWidth(kContentWidth);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_centre);
    scroll->viewport()->setAutoFillBackground(false);
    m_centre->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    connect(m_gallery, &ExampleGallery::made, this,
        [this](const QString& folder) { finish(folder, Json::array()); });
    connect(m_panel, &NewProjectPanel::made, this, &StartPage::finish);
    connect(m_panel, &NewProjectPanel::cancelled, this, [this] {
        showOverview();
        Q_EMIT newProjectCancelled();
    });
    retranslate();
    setRecentProjects({});
}

QWidget* StartPage::makeOverview()
{
    auto* overview = new QWidget;
    auto* rows = new QVBoxLayout(overview);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(size::kWideGap);
    rows->addLayout(makeTitleRow());
    m_columns->setSpacing(size::kWideGap);
    m_columns->addWidget(makeRecents(), 1);
    m_columns->addWidget(m_gallery, 1);
    rows->addLayout(m_columns, 1);
    return overview;
}

QLayout* StartPage::makeTitleRow()
{
    m_new->setProperty("role", QLatin1String("primary"));
    connect(m_new, &QPushButton::clicked, this, &StartPage::beginNewProject);
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
    return row;
}

QWidget* StartPage::makeRecents()
{
    connect(m_list, &RecentList::openAsked, this, &StartPage::recentProjectAsked);
    connect(m_list, &RecentList::forgetAsked, this, &StartPage::forgetProjectAsked);
    m_recents->addWidget(m_list);
    m_recents->addWidget(makeNoRecents());
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kGap);
    column->addWidget(m_group);
    column->addWidget(m_recents, 1);
    return side;
}

// A card at the top, as tall as it needs, beside the first of the examples.
QWidget* StartPage::makeNoRecents()
{
    auto* card = new Card(m_theme);
    card->content()->addWidget(m_empty);
    card->setFixedHeight(kNoRecentsHeight);
    auto* place = new QWidget;
    auto* column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    column->addStretch(1);
    return place;
}

void StartPage::setRecentProjects(const QStringList& folders)
{
    m_list->setFolders(folders);
    setFocusProxy(folders.isEmpty() ? static_cast<QWidget*>(m_new) : m_list);
    m_recents->setCurrentIndex(folders.isEmpty() ? 1 : 0);
}

void StartPage::showOverview()
{
    m_stack->setCurrentWidget(m_overview);
}

void StartPage::beginNewProject()
{
    m_stack->setCurrentWidget(m_panel);
    m_panel->begin();
}

void StartPage::finish(const QString& folder, const Json& settings)
{
    const std::string recipe = QDir(folder).filePath(QStringLiteral("recipe.yaml")).toStdString();
    showOverview();
    Q_EMIT projectMade(folder, { { "recipe", recipe }, { "settings", settings } });
}

void StartPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_columns->setDirection(width() < kNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
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
        tr("A project is a folder that holds your data, labels, runs and results. Make a new one, open one, "
           "or begin "
           "with an example."));
}

} // namespace temper

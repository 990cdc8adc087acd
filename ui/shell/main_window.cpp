// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "core/common/base/os_paths.h"
#include "ui/shell/about_box.h"
#include "ui/shell/button_keys.h"
#include "ui/shell/command_desk.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/engine_light.h"
#include "ui/shell/file_drop.h"
#include "ui/shell/interface_language.h"
#include "ui/shell/menu_bar.h"
#include "ui/shell/page.h"
#include "ui/shell/page_frame.h"
#include "ui/shell/pages.h"
#include "ui/shell/preferences.h"
#include "ui/shell/project_dialogs.h"
#include "ui/shell/project_packing.h"
#include "ui/shell/rail.h"
#include "ui/shell/work_strip.h"
#include "ui/shell/workbench.h"
#include "ui/start/start_page.h"
#include "ui/start/step_strip.h"
#include "ui/task/work_teller.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace temper {

namespace {
constexpr QSize kFirstSize { 1440, 900 };
constexpr QSize kRoomForFrame { 0, 40 }; // the title bar of the desktop
constexpr QSize kLeastSize { 760, 480 };
constexpr QSize kLeastPage { 960, 600 };
} // namespace

MainWindow::MainWindow(Theme& theme, InterfaceLanguage& language, Preferences& preferences)
    : m_theme(theme)
    , m_language(language)
    , m_preferences(preferences)
    , m_workbench(new Workbench(this))
    , m_pages(makePages(theme))
    , m_menus(new MenuBar)
    , m_rail(new Rail(theme))
    , m_steps(new StepStrip(theme))
    , m_notice(new Notice(theme))
    , m_stack(new QStackedWidget)
    , m_scroll(new QScrollArea)
    , m_startPage(new StartPage(theme))
    , m_projectStatus(new ElidedLabel(LabelRole::Small))
    , m_engineLight(new EngineLight(theme, m_workbench->engine()))
    , m_commands(new CommandDesk(theme, *this, *m_menus, m_pages))
    , m_work(new WorkStrip(theme))
    , m_packing(new ProjectPacking(this))
    , m_pageStatus(makeLabel(LabelRole::Small))
{
    setMinimumSize(kLeastSize);
    resize(kFirstSize.boundedTo(screen()->availableSize() - kRoomForFrame));
    restoreGeometry(preferences.windowGeometry());
    qApp->installEventFilter(new ButtonKeys(this));
    setMenuBar(m_menus);
    makeContent();
    makeStatusStrip();
    connectMenus();
    connectPages();
    connectWorkbench();
    connectPacking();
    m_menus->setTheme(theme.choice());
    m_menus->setLanguage(language.choice());
    retranslate();
    showStartPage();
    for (QScrollBar* bar : { m_scroll->horizontalScrollBar(), m_scroll->verticalScrollBar() })
        theme.addPart(*bar);
    for (QWidget* part : QList<QWidget*> { m_menus, m_rail, m_steps, m_notice, m_startPage, statusBar() })
        theme.addPart(*part);
    theme.addPart(*findChild<CommandPalette*>());
    for (Page* page : m_pages)
        theme.addPart(*page);
}

MainWindow::~MainWindow()
{
    delete takeCentralWidget(); // the pages use the workbench, which would go before them
}

void MainWindow::makeContent()
{
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_steps);
    m_notice->setContentsMargins(size::kPageMargin, size::kGap, size::kPageMargin, 0);
    column->addWidget(m_notice);
    m_scroll->setWidget(new PageFrame(m_stack));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_scroll, 1);
    auto* centre = new QWidget;
    auto* row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(right, 1);
    setCentralWidget(centre);
    m_stack->addWidget(m_startPage);
    for (Page* page : m_pages) {
        m_stack->addWidget(page);
        m_rail->addPage(page->iconName());
    }
}

void MainWindow::makeStatusStrip()
{
    statusBar()->setSizeGripEnabled(false);
    m_pageStatus->setContentsMargins(0, 0, size::kGap, 0);
    statusBar()->addWidget(m_engineLight);
    statusBar()->addWidget(m_projectStatus, 1);
    statusBar()->addWidget(m_work, 2);
    m_work->hide();
    statusBar()->addPermanentWidget(m_pageStatus);
}

void MainWindow::connectMenus()
{
    connect(m_menus, &MenuBar::newProjectAsked, this, &MainWindow::chooseNewProject);
    const auto choose = [this] {
        ProjectDialogs::openProject(this, [this](const QString& folder) { openProject(folder); });
    };
    connect(m_menus, &MenuBar::openProjectAsked, this, choose);
    connect(m_startPage, &StartPage::openProjectAsked, this, choose);
    connect(m_menus, &MenuBar::recentProjectAsked, this, &MainWindow::openProject);
    connect(m_menus, &MenuBar::openPackedAsked, this, [this] {
        ProjectDialogs::openPacked(
            this, [this](const QString& file) { openPacked(file, toText(homeFolder() / "Temper")); });
    });
    connect(m_menus, &MenuBar::packProjectAsked, this, &MainWindow::packProject);
    connect(m_menus, &MenuBar::closeProjectAsked, this, &MainWindow::closeProject);
    connect(m_menus, &MenuBar::commandsAsked, this, [this] { m_commands->open(*m_stack->currentWidget()); });
    connect(m_commands, &CommandDesk::pageAsked, this, &MainWindow::showPageWith);
    connect(m_menus, &MenuBar::quitAsked, this, &QWidget::close);
    connect(m_menus, &MenuBar::pageAsked, this, &MainWindow::showPage);
    connect(m_menus, &MenuBar::aboutAsked, this, [this] { showAbout(m_theme, this); });
    connect(m_menus, &MenuBar::themeAsked, this, [this](ThemeChoice choice) {
        m_preferences.setTheme(choice);
        m_theme.setChoice(choice);
        m_menus->setTheme(choice);
    });
    connect(m_menus, &MenuBar::languageAsked, this, &MainWindow::setLanguage);
}

void MainWindow::setLanguage(LanguageChoice choice)
{
    m_preferences.setLanguage(choice);
    m_language.setChoice(choice);
    m_theme.setChinese(m_language.isChinese());
    m_menus->setLanguage(choice);
}

void MainWindow::connectPages()
{
    connect(m_rail, &Rail::pageAsked, this, &MainWindow::showPage);
    connect(m_rail, &Rail::themeSwitchAsked, this, [this] {
        const bool light = m_theme.scheme() == Scheme::Light;
        Q_EMIT m_menus->themeAsked(light ? ThemeChoice::Dark : ThemeChoice::Light);
    });
    connect(m_startPage, &StartPage::newProjectCancelled, this, [this] {
        if (m_project)
            showPage(m_page);
    });
    connect(m_startPage, &StartPage::recentProjectAsked, this, &MainWindow::openProject);
    connect(m_startPage, &StartPage::projectMade, this, [this](const QString& folder, const Json& forTrain) {
        openProject(folder);
        showPageWith(PageId::Train, forTrain);
    });
    connect(
        m_steps, &StepStrip::pageAsked, this, [this](PageId page) { showPageWith(page, Json::object()); });
    connect(m_startPage, &StartPage::forgetProjectAsked, this, [this](const QString& folder) {
        m_preferences.removeRecentProject(folder);
        refreshRecentProjects();
    });
    connect(m_work, &WorkStrip::pageAsked, this, &MainWindow::showPage);
    for (int i = 0; i < m_pages.size(); ++i) {
        m_statuses.append(QString());
        connect(m_pages[i], &Page::statusChanged, this, [this, i](const QString& text) {
            m_statuses[i] = text;
            if (m_stack->currentWidget() == m_pages[i])
                m_pageStatus->setText(text);
        });
        for (WorkTeller* work : m_pages[i]->findChildren<WorkTeller*>())
            m_work->watch(*work, i);
    }
}

void MainWindow::connectWorkbench()
{
    for (Page* page : m_pages)
        page->setWorkbench(*m_workbench);
    connect(m_workbench, &Workbench::pageAsked, this, &MainWindow::showPageWith);
    const EngineSession& engine = m_workbench->engine();
    connect(&engine, &EngineSession::died, this,
        [this](const QString& text) { m_notice->showText(m_engineDeath = text); });
    connect(&engine, &EngineSession::stateChanged, m_notice, [this, &engine] {
        if (engine.state() == EngineState::Ready && m_notice->text() == m_engineDeath)
            m_notice->hide();
    });
    connect(new FileDrop(this), &FileDrop::dropped, this, &MainWindow::takeFiles);
}

void MainWindow::adopt(const OpenProject& project)
{
    m_notice->hide();
    if (project.isReadOnly())
        m_notice->showText(project.readOnlyReason);
    m_project = project;
    m_preferences.addRecentProject(toText(project.folder));
    refreshRecentProjects();
    m_rail->setPagesEnabled(true);
    m_menus->setProjectOpen(true);
    m_statuses.fill(QString());
    m_steps->setProject(project);
    for (Page* page : m_pages)
        page->setProject(project);
    showPage(0);
    retranslate();
}

void MainWindow::closeProject()
{
    m_project.reset();
    m_notice->hide();
    m_steps->closeProject();
    for (Page* page : m_pages)
        page->closeProject();
    showStartPage();
    retranslate();
}

void MainWindow::showPage(int index)
{
    m_page = index;
    m_rail->setCurrent(index);
    m_scroll->widget()->setMinimumSize(kLeastPage);
    m_stack->setCurrentWidget(m_pages[index]);
    m_pageStatus->setText(m_statuses[index]);
    m_pages[index]->setFocus();
}

void MainWindow::showPageWith(PageId id, const Json& what)
{
    for (int i = 0; m_project && i < m_pages.size(); ++i) {
        if (m_pages[i]->id() == id) {
            showPage(i);
            m_pages[i]->receive(what);
        }
    }
}

void MainWindow::showStartPage()
{
    m_menus->setProjectOpen(false);
    m_rail->setCurrent(-1);
    m_rail->setPagesEnabled(false);
    m_pageStatus->clear();
    refreshRecentProjects();
    m_scroll->widget()->setMinimumSize(0, 0);
    m_stack->setCurrentWidget(m_startPage);
    m_startPage->showOverview();
    m_startPage->setFocus();
}

// The open project stays open until there is a new one.
void MainWindow::chooseNewProject()
{
    m_rail->setCurrent(-1);
    m_pageStatus->clear();
    m_scroll->widget()->setMinimumSize(0, 0);
    m_stack->setCurrentWidget(m_startPage);
    m_startPage->beginNewProject();
}

void MainWindow::refreshRecentProjects()
{
    const QStringList folders = m_preferences.recentProjects();
    m_menus->setRecentProjects(folders);
    m_startPage->setRecentProjects(folders);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_preferences.setWindowGeometry(saveGeometry());
    event->accept();
}

void MainWindow::retranslate()
{
    QStringList titles;
    for (const Page* page : m_pages)
        titles.append(page->title());
    m_rail->setPageTitles(titles);
    m_menus->setPages(titles);
    if (m_project) {
        setWindowTitle(tr("%1 — Temper").arg(m_project->name));
        m_projectStatus->setFullText(QDir::toNativeSeparators(toText(m_project->folder)));
    } else {
        setWindowTitle(tr("Temper"));
        m_projectStatus->setFullText(tr("No project open"));
    }
}

} // namespace temper

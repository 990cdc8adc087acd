// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "core/common/base/error.h"
#include "core/common/base/os_paths.h"
#include "ui/shell/about_box.h"
#include "ui/shell/file_drop.h"
#include "ui/shell/interface_language.h"
#include "ui/shell/menu_bar.h"
#include "ui/shell/pack_dialog.h"
#include "ui/shell/page.h"
#include "ui/shell/page_frame.h"
#include "ui/shell/pages.h"
#include "ui/shell/preferences.h"
#include "ui/shell/project_packing.h"
#include "ui/shell/rail.h"
#include "ui/shell/work_strip.h"
#include "ui/shell/workbench.h"
#include "ui/start/start_page.h"
#include "ui/start/step_strip.h"
#include "ui/task/work_teller.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
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
constexpr int kMessageMilliseconds = 15000;
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
    , m_work(new WorkStrip(theme))
    , m_packing(new ProjectPacking(this))
    , m_pageStatus(makeLabel(LabelRole::Small))
{
    setMinimumSize(kLeastSize);
    resize(kFirstSize.boundedTo(screen()->availableSize() - kRoomForFrame));
    restoreGeometry(preferences.windowGeometry());
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
    auto* noticeRow = new QVBoxLayout;
    noticeRow->setContentsMargins(size::kPageMargin, 0, size::kPageMargin, 0);
    noticeRow->addWidget(m_notice);
    column->addWidget(m_steps);
    column->addLayout(noticeRow);
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
    m_projectStatus->setContentsMargins(size::kGap, 0, 0, 0);
    m_pageStatus->setContentsMargins(0, 0, size::kGap, 0);
    statusBar()->addWidget(m_projectStatus, 1);
    statusBar()->addWidget(m_work, 2);
    m_work->hide();
    statusBar()->addPermanentWidget(m_pageStatus);
}

void MainWindow::connectMenus()
{
    connect(m_menus, &MenuBar::newProjectAsked, this, &MainWindow::chooseNewProject);
    connect(m_menus, &MenuBar::openProjectAsked, this, &MainWindow::chooseProject);
    connect(m_menus, &MenuBar::recentProjectAsked, this, &MainWindow::openProject);
    connect(m_menus, &MenuBar::openPackedAsked, this, &MainWindow::choosePacked);
    connect(m_menus, &MenuBar::packProjectAsked, this, &MainWindow::packProject);
    connect(m_menus, &MenuBar::closeProjectAsked, this, &MainWindow::closeProject);
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
    connect(m_startPage, &StartPage::openProjectAsked, this, &MainWindow::chooseProject);
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
    connect(&m_workbench->engine(), &EngineSession::died, m_notice, &Notice::showText);
    connect(new FileDrop(this), &FileDrop::dropped, this, &MainWindow::takeFiles);
}

void MainWindow::connectPacking()
{
    m_work->watch(m_packing->work(), -1);
    connect(m_packing, &ProjectPacking::unpacked, this, &MainWindow::openProject);
    connect(m_packing, &ProjectPacking::failed, m_notice, &Notice::showError);
    connect(m_packing, &ProjectPacking::packed, this, [this](const QString& archive) {
        statusBar()->showMessage(tr("The project is packed: %1, %2.")
                                     .arg(QDir::toNativeSeparators(archive),
                                         NumberText::bytes(static_cast<double>(QFileInfo(archive).size()))),
            kMessageMilliseconds);
    });
}

// Dropped on the window: a project, a packed one, or data for the open one.
void MainWindow::takeFiles(const QStringList& files)
{
    if (Project::isProject(toPath(files.first())))
        return openProject(files.first());
    if (files.first().endsWith(QLatin1String(".zip"), Qt::CaseInsensitive))
        return openPacked(files.first(), toText(homeFolder() / "Temper"));
    Json paths = Json::array();
    for (const QString& file : files)
        paths.push_back(file.toStdString());
    if (m_project)
        m_workbench->show(PageId::Data, { { "import", paths } });
}

void MainWindow::openProject(const QString& folder)
{
    if (m_project && m_project->folder == toPath(folder))
        return;
    try {
        adopt(openProjectFolder(toPath(folder)));
    } catch (const Error& error) {
        m_notice->showError(error);
    }
}

void MainWindow::createProject(const QString& folder)
{
    try {
        adopt(createProjectFolder(toPath(folder)));
    } catch (const Error& error) {
        m_notice->showError(error);
    }
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
    m_steps->closeProject();
    for (Page* page : m_pages)
        page->closeProject();
    showStartPage();
    retranslate();
}

void MainWindow::showPage(int index)
{
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

void MainWindow::chooseNewProject()
{
    closeProject();
    m_startPage->beginNewProject();
}

void MainWindow::chooseProject()
{
    auto* dialog = new QFileDialog(this, tr("Open project"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openProject);
    dialog->open();
}

void MainWindow::choosePacked()
{
    auto* dialog = new QFileDialog(this, tr("Open packed project"), QDir::homePath(), tr("Archives (*.zip)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString& file) { openPacked(file, toText(homeFolder() / "Temper")); });
    dialog->open();
}

void MainWindow::openPacked(const QString& archive, const QString& parent)
{
    m_notice->hide();
    if (m_packing->isRunning())
        m_notice->showText(tr("A project is being packed or unpacked: wait for it, or stop it."));
    else
        m_packing->unpack(archive, parent);
}

void MainWindow::packProject()
{
    if (!m_project || m_packing->isRunning())
        return;
    const QString folder = toText(m_project->folder);
    auto* dialog = new PackDialog(folder, m_project->name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PackDialog::packAsked, this,
        [this, folder](const QString& target, const PackChoice& choice) {
            m_notice->hide();
            m_packing->pack(folder, target, choice);
        });
    dialog->open();
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runs_page.h"

#include "ui/runs/bin_view.h"
#include "ui/runs/run_actions.h"
#include "ui/runs/run_detail.h"
#include "ui/runs/run_header.h"
#include "ui/runs/run_list_model.h"
#include "ui/runs/run_side.h"
#include "ui/runs/run_words.h"
#include "ui/runs/running_run.h"
#include "ui/shell/theme/theme.h"
#include "ui/task/queue_starter.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice.h"

#include <QDesktopServices>
#include <QDir>
#include <QElapsedTimer>
#include <QEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace temper {

namespace {
constexpr int kRefreshMilliseconds = 1000;
constexpr int kRestPerReading = 4; // a list that takes long to read is read less often
constexpr int kNewFolders = 300; // read before the list is shown the first time
} // namespace

RunsPage::RunsPage(Theme& theme, QWidget* parent)
    : Page(parent)
    , m_starter(new QueueStarter(this))
    , m_actions(new RunActions(this))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(theme, QStringLiteral("runs")))
    , m_loading(new EmptyState(theme, QStringLiteral("runs")))
    , m_running(new RunningRun(this))
    , m_listing(this)
{
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeContent(theme));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    setFocusProxy(m_side);
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &RunsPage::refreshList);
    connect(m_running, &RunningRun::failed, this, &RunsPage::tell);
    connectActions();
    retranslate();
}

RunsPage::~RunsPage() = default;

QWidget* RunsPage::makeContent(Theme& theme)
{
    m_side = new RunSide(theme);
    m_detail = new RunDetail(theme);
    m_bin = new BinView(theme);
    m_right = new QStackedWidget;
    m_right->addWidget(m_detail);
    m_right->addWidget(m_bin);
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(size::kPageMargin, size::kPageMargin, size::kPageMargin, size::kPageMargin);
    row->setSpacing(size::kGroupGap);
    row->addWidget(m_side);
    row->addWidget(m_right, 1);
    return content;
}

void RunsPage::connectActions()
{
    connect(m_empty, &EmptyState::actionAsked, this, [this] { jump(PageId::Train, Json::object()); });
    connect(m_side, &RunSide::selectionChanged, this, &RunsPage::chooseRuns);
    connect(m_side, &RunSide::menuAsked, this, &RunsPage::showMenu);
    connect(m_side, &RunSide::deleteAsked, this, &RunsPage::deleteChosen);
    connect(m_side, &RunSide::binAsked, this, &RunsPage::showBin);
    connect(&m_side->model(), &RunListModel::renameAsked, m_actions, &RunActions::rename);
    const RunHeader& header = m_detail->header();
    connect(&header, &RunHeader::menuAsked, this, &RunsPage::showMenu);
    connect(&header, &RunHeader::resumeAsked, this, &RunsPage::resumeChosen);
    connect(&header, &RunHeader::starAsked, this,
        [this](bool starred) { m_actions->setStarred(m_chosen.value(0), starred); });
    connect(&header, &RunHeader::noteWritten, this,
        [this](const QString& note) { m_actions->setNote(m_chosen.value(0), note); });
    connect(&header, &RunHeader::compareAsked, this, [this] {
        jump(PageId::Compare, { { "run", m_chosen.value(0).toStdString() } });
    });
    connect(&header, &RunHeader::exportAsked, this, [this] {
        jump(PageId::Export, { { "run", m_chosen.value(0).toStdString() } });
    });
    connect(m_bin, &BinView::left, this, [this] {
        m_right->setCurrentWidget(m_detail);
        if (m_side->model().entries().isEmpty())
            m_stack->setCurrentWidget(m_empty);
    });
    connect(m_bin, &BinView::restoreAsked, m_actions, &RunActions::restore);
    connect(m_bin, &BinView::emptyAsked, m_actions, &RunActions::emptyBin);
    connect(m_bin, &BinView::failed, &m_detail->notice(), &Notice::showText);
    connect(m_actions, &RunActions::restored, this, [this](const QString& id) { m_wanted = id; });
    connect(m_actions, &RunActions::done, this, [this] {
        m_bin->refresh();
        refreshSoon();
    });
    connect(m_actions, &RunActions::failed, this, &RunsPage::tell);
    connect(m_starter, &QueueStarter::started, this, &RunsPage::refreshSoon);
    connect(m_starter, &QueueStarter::failed, this, &RunsPage::tell);
}

QString RunsPage::title() const
{
    return tr("Runs");
}

QString RunsPage::iconName() const
{
    return QStringLiteral("runs");
}

void RunsPage::setProject(const OpenProject& project)
{
    closeProject();
    m_project = project;
    m_catalog = std::make_shared<RunCatalog>(project.folder);
    m_readOnly = project.isReadOnly();
    m_actions->setProject(project.folder);
    m_detail->setProject(project.folder);
    m_detail->setReadOnly(m_readOnly);
    m_bin->setProject(project.folder);
    m_empty->setCommand(QStringLiteral("temper-engine train recipe.yaml --run %1")
                            .arg(QDir::toNativeSeparators(toText(project.folder / "runs" / "first"))));
    if (!m_readOnly)
        m_starter->start(project.folder); // runs that were left waiting
    refreshList();
}

void RunsPage::closeProject()
{
    m_project.reset();
    m_refresh.stop();
    m_listing.cancel();
    m_reading = false;
    m_chosen.clear();
    m_wanted.clear();
    m_detail->clear();
    m_side->clear();
    m_running->clear();
    m_right->setCurrentWidget(m_detail);
    m_stack->setCurrentWidget(m_loading);
}

void RunsPage::refreshList()
{
    if (m_reading || !m_project)
        return;
    m_reading = true;
    QElapsedTimer clock;
    clock.start();
    m_listing.start(
        [catalog = m_catalog](const std::stop_token& stop) { return catalog->refresh(stop, kNewFolders); },
        [this, clock](const RunListing& listing) {
            m_reading = false;
            const int rest
                = std::max<int>(kRefreshMilliseconds, kRestPerReading * static_cast<int>(clock.elapsed()));
            m_refresh.start(listing.whole ? rest : 0);
            if (listing.queueRests && !m_readOnly)
                m_starter->startAgain(m_project->folder);
            if (listing.changed || m_stack->currentWidget() == m_loading)
                showListing(listing);
        },
        [this](const Error& error) {
            m_reading = false;
            m_refresh.start(kRefreshMilliseconds);
            tell(error);
        });
}

void RunsPage::refreshSoon()
{
    if (m_project && !m_reading)
        m_refresh.start(0);
}

void RunsPage::showListing(const RunListing& listing)
{
    std::error_code missing;
    const bool noRuns = listing.entries.isEmpty();
    if (noRuns && !std::filesystem::is_empty(binFolder(m_project->folder), missing) && !missing)
        showBin(); // the only place where there is something
    const bool nothing = noRuns && m_right->currentWidget() != m_bin;
    m_stack->setCurrentIndex(nothing ? m_stack->indexOf(m_empty) : m_stack->count() - 1);
    m_side->setEntries(listing.entries);
    if (!m_wanted.isEmpty() && m_side->select(m_wanted))
        m_wanted.clear();
    m_detail->update(chosenEntries());
    m_running->show(listing.entries);
    if (!listing.problem.isEmpty())
        m_detail->notice().showText(listing.problem);
    tellStatus();
}

void RunsPage::tellStatus()
{
    const RunListModel& model = m_side->model();
    const qsizetype count = model.entries().size();
    QStringList parts { count == 1 ? tr("1 run")
                                   : tr("%1 runs").arg(QLocale(QLocale::English).toString(count)) };
    if (const int running = model.countOf(RunState::Running); running > 0)
        parts.append(tr("%1 running").arg(running));
    const auto waiting = std::count_if(model.entries().begin(), model.entries().end(),
        [](const RunEntry& entry) { return entry.place.has_value(); });
    if (waiting > 0)
        parts.append(tr("%1 waiting").arg(waiting));
    Q_EMIT statusChanged(parts.join(QStringLiteral(" · ")));
}

QList<RunEntry> RunsPage::chosenEntries() const
{
    QList<RunEntry> chosen;
    for (const QString& id : m_chosen) {
        if (const RunEntry* entry = findEntry(m_side->model().entries(), id))
            chosen.append(*entry);
    }
    return chosen;
}

void RunsPage::chooseRuns(const QStringList& ids)
{
    m_chosen = ids;
    m_right->setCurrentWidget(m_detail);
    m_detail->choose(chosenEntries());
}

void RunsPage::select(const QString& runId)
{
    m_wanted = m_side->select(runId) ? QString() : runId;
    refreshSoon();
}

void RunsPage::receive(const Json& what)
{
    if (const auto run = what.find("run"); run != what.end() && run->is_string())
        select(QString::fromStdString(run->get<std::string>()));
}

QList<Place> RunsPage::places() const
{
    QList<Place> places;
    for (const RunEntry& entry : m_side->model().entries())
        places.append({ title(), RunWords::title(entry), RunWords::listLine(entry),
            { { "run", entry.summary.run.id() } } });
    return places;
}

// Those of which the project has a run.
QStringList RunsPage::pictureStates() const
{
    QStringList states;
    for (const RunEntry& entry : m_side->model().entries()) {
        const QString name = QString::fromUtf8(runStateName(entry.summary.state).data());
        if (!states.contains(name))
            states.append(name);
    }
    if (m_side->model().shownRuns() > 1)
        states.append(QStringLiteral("overlay"));
    return states + QStringList { QStringLiteral("bin") };
}

void RunsPage::showPictureState(const QString& name)
{
    const QList<RunEntry>& entries = m_side->model().entries();
    if (name == QLatin1String("bin"))
        return showBin();
    m_right->setCurrentWidget(m_detail);
    if (name == QLatin1String("overlay"))
        return m_side->selectLast(3);
    for (const RunEntry& entry : entries) {
        const std::string_view state = runStateName(entry.summary.state);
        if (name.isEmpty() || name == QLatin1String(state.data()))
            return static_cast<void>(m_side->select(QString::fromStdString(entry.summary.run.id())));
    }
}

void RunsPage::showBin()
{
    m_stack->setCurrentIndex(m_stack->count() - 1);
    m_right->setCurrentWidget(m_bin);
    m_bin->refresh();
    m_bin->setFocus();
}

void RunsPage::resumeChosen()
{
    if (!m_chosen.isEmpty() && m_project)
        m_starter->resume(m_project->folder, m_chosen.first().toStdString());
}

void RunsPage::deleteChosen()
{
    if (!m_readOnly && !m_chosen.isEmpty())
        m_actions->toBin(m_chosen);
}

void RunsPage::showMenu(const QPoint& globalPosition)
{
    const QList<RunEntry> chosen = chosenEntries();
    if (chosen.isEmpty())
        return;
    auto* menu = new QMenu(this);
    connect(menu, &QMenu::aboutToHide, menu, &QObject::deleteLater);
    const RunEntry& entry = chosen.first();
    const QString id = m_chosen.first();
    if (chosen.size() == 1) {
        addQueueActions(*menu, entry);
        addJumps(*menu, entry);
        menu->addAction(tr("Rename…"), this, [this, id] { m_side->editName(id); })->setEnabled(!m_readOnly);
        menu->addAction(tr("Open the folder"), this, [folder = entry.summary.run.folder()] {
            QDesktopServices::openUrl(QUrl::fromLocalFile(toText(folder)));
        });
        menu->addSeparator();
    }
    const bool anyLives = std::any_of(chosen.begin(), chosen.end(),
        [](const RunEntry& run) { return run.summary.state == RunState::Running; });
    QAction* remove
        = menu->addAction(chosen.size() == 1 ? tr("Delete") : tr("Delete %1 runs").arg(chosen.size()), this,
            &RunsPage::deleteChosen);
    remove->setEnabled(!m_readOnly && !anyLives);
    menu->popup(globalPosition);
}

void RunsPage::jump(PageId page, const Json& what)
{
    if (m_workbench)
        m_workbench->show(page, what);
}

void RunsPage::addJumps(QMenu& menu, const RunEntry& entry)
{
    const Json run { { "run", entry.summary.run.id() } };
    if (entry.summary.state == RunState::Done || entry.summary.state == RunState::Stopped) {
        menu.addAction(tr("Compare base and tuned"), this, [this, run] { jump(PageId::Compare, run); });
        menu.addAction(tr("Export…"), this, [this, run] { jump(PageId::Export, run); });
    }
    if (entry.hasRecipe)
        menu.addAction(
            tr("Train again with its recipe"), this, [this, file = entry.summary.run.recipeFile()] {
                jump(PageId::Train, { { "recipe", toText(file).toStdString() } });
            });
    menu.addSeparator();
}

void RunsPage::addQueueActions(QMenu& menu, const RunEntry& entry)
{
    if (!entry.place || m_readOnly)
        return;
    const QString id = QString::fromStdString(entry.summary.run.id());
    QAction* up
        = menu.addAction(tr("Move up in the queue"), this, [this, id] { m_actions->moveInQueue(id, -1); });
    up->setEnabled(*entry.place > 0);
    menu.addAction(tr("Move down in the queue"), this, [this, id] { m_actions->moveInQueue(id, 1); });
    menu.addAction(tr("Take out of the queue"), this, [this, id] { m_actions->takeOutOfQueue(id); });
    menu.addSeparator();
}

void RunsPage::tell(const Error& error)
{
    m_detail->notice().showError(error);
    m_right->setCurrentWidget(m_detail);
    refreshSoon();
}

void RunsPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunsPage::retranslate()
{
    m_loading->setTexts(tr("Reading the runs"), QString());
    m_empty->setAction(tr("Set up a run"));
    m_empty->setTexts(tr("No runs yet"),
        tr("A run is one fine-tuning: its recipe, its losses, its checkpoints. Start one on the page Train "
           "or on "
           "the command line and it appears here at once, live."));
    tellStatus();
}

} // namespace temper

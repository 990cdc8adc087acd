// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runs_page.h"

#include "core/common/project/run_control.h"
#include "ui/runs/probe_card.h"
#include "ui/runs/run_charts.h"
#include "ui/runs/run_delegate.h"
#include "ui/runs/run_follower.h"
#include "ui/runs/run_header.h"
#include "ui/runs/run_list_model.h"
#include "ui/runs/run_words.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/text_label.h"

#include <QDir>
#include <QEvent>
#include <QItemSelectionModel>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace temper {

namespace {
constexpr int kRefreshMilliseconds = 1000;
constexpr int kSlowReadMilliseconds = 150;
} // namespace

RunsPage::RunsPage(Theme& theme, QWidget* parent)
    : Page(parent)
    , m_history(std::make_shared<const RunHistory>())
    , m_model(new RunListModel(this))
    , m_follower(new RunFollower(this))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(theme, QStringLiteral("runs")))
    , m_loading(new EmptyState(theme, QStringLiteral("runs")))
    , m_listing(this)
    , m_command(this)
{
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(size::kPageMargin, size::kPageMargin, size::kPageMargin, size::kPageMargin);
    row->setSpacing(size::kGroupGap);
    row->addWidget(makeList(theme));
    row->addWidget(makeDetail(theme), 1);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    setFocusProxy(m_list);
    connect(&m_refresh, &QTimer::timeout, this, &RunsPage::refreshList);
    m_slowRead.setSingleShot(true);
    m_slowRead.setInterval(kSlowReadMilliseconds);
    connect(&m_slowRead, &QTimer::timeout, this, &RunsPage::showReading);
    connect(m_follower, &RunFollower::updated, this, &RunsPage::showHistory);
    retranslate();
}

RunsPage::~RunsPage() = default;

QWidget* RunsPage::makeList(const Theme& theme)
{
    m_listTitle = makeLabel(LabelRole::Group);
    m_list = new QListView;
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RunDelegate(theme, this));
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RunsPage::chooseRun);
    auto* side = new QWidget;
    side->setFixedWidth(size::kSideListWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kSmallGap);
    column->addWidget(m_listTitle);
    column->addWidget(m_list, 1);
    return side;
}

QWidget* RunsPage::makeDetail(const Theme& theme)
{
    m_header = new RunHeader(theme);
    m_notice = new Notice(theme);
    m_problem = makeLabel(LabelRole::Bad);
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_charts = new RunCharts(theme);
    m_probes = new ProbeCard(theme);
    connect(m_header, &RunHeader::commandAsked, this, &RunsPage::send);
    connect(m_charts, &RunCharts::failed, m_notice, &Notice::showText);
    auto* detail = new QWidget;
    auto* column = new QVBoxLayout(detail);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kGap);
    column->addWidget(m_header);
    column->addWidget(m_notice);
    column->addWidget(m_problem);
    column->addWidget(m_charts, 1);
    column->addWidget(m_probes);
    return detail;
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
    m_empty->setCommand(QStringLiteral("temper-engine train recipe.yaml --run %1")
                            .arg(QDir::toNativeSeparators(toText(project.folder / "runs" / "first"))));
    m_refresh.start(kRefreshMilliseconds);
    refreshList();
}

void RunsPage::closeProject()
{
    m_project.reset();
    m_refresh.stop();
    m_listing.cancel();
    m_command.cancel();
    m_reading = false;
    m_follower->stop();
    m_slowRead.stop();
    m_chosen.clear();
    m_model->setEntries({});
    m_notice->hide();
    m_stack->setCurrentWidget(m_loading);
}

void RunsPage::refreshList()
{
    if (m_reading || !m_project)
        return;
    m_reading = true;
    const std::filesystem::path folder = m_project->folder;
    m_listing.start([folder](const std::stop_token& stop) { return readRunEntries(folder, stop); },
        [this](const QList<RunEntry>& entries) {
            m_reading = false;
            showEntries(entries);
        },
        [this](const Error& error) {
            m_reading = false;
            m_notice->showError(error);
        });
}

void RunsPage::showEntries(const QList<RunEntry>& entries)
{
    m_model->setEntries(entries);
    m_stack->setCurrentIndex(entries.isEmpty() ? m_stack->indexOf(m_empty) : m_stack->count() - 1);
    const int running = m_model->countOf(RunState::Running);
    const QString all = entries.size() == 1 ? tr("1 run") : tr("%1 runs").arg(entries.size());
    Q_EMIT statusChanged(running > 0 ? all + QStringLiteral(" · ") + tr("%1 running").arg(running) : all);
    if (entries.isEmpty())
        return;
    const QModelIndex chosen = m_model->indexOf(m_chosen);
    m_list->setCurrentIndex(chosen.isValid() ? chosen : m_model->index(0));
    showChosen();
}

void RunsPage::chooseRun(const QModelIndex& index)
{
    const RunEntry* entry = m_model->entry(index);
    if (!entry || m_chosen == index.data(RunListModel::IdRole).toString())
        return;
    m_chosen = index.data(RunListModel::IdRole).toString();
    m_notice->hide();
    m_charts->resetZoom();
    m_follower->follow(entry->summary.run.eventsFile());
    m_slowRead.start();
}

void RunsPage::showReading()
{
    m_history = std::make_shared<const RunHistory>();
    m_charts->setHistory(m_history);
    m_probes->hide();
    if (const RunEntry* entry = m_model->entry(m_model->indexOf(m_chosen)))
        m_header->showReading(*entry);
}

void RunsPage::showHistory(std::shared_ptr<const RunHistory> history)
{
    m_slowRead.stop();
    m_history = std::move(history);
    m_charts->setHistory(m_history);
    m_probes->setVisible(!m_history->probes.isEmpty());
    m_probes->setProbes(m_history->probes);
    showChosen();
}

void RunsPage::showChosen()
{
    const RunEntry* entry = m_model->entry(m_model->indexOf(m_chosen));
    if (!entry || m_slowRead.isActive())
        return;
    m_header->show(*entry, *m_history);
    const bool failed = entry->summary.state == RunState::Failed;
    const QString told = QString::fromStdString(entry->summary.problem);
    m_problem->setText(RunWords::sentence(m_history->error.isEmpty() ? told : m_history->error));
    m_problem->setVisible(failed && !m_problem->text().isEmpty());
}

void RunsPage::send(ControlCommand command)
{
    const RunEntry* entry = m_model->entry(m_model->indexOf(m_chosen));
    if (!entry)
        return;
    m_header->setBusy(true);
    const RunFolder run = entry->summary.run;
    m_command.start(
        [run, command](const std::stop_token&) {
            controlRun(run, command);
            return true;
        },
        [this](bool) { m_header->setBusy(false); },
        [this](const Error& error) {
            m_header->setBusy(false);
            m_notice->showError(error);
        });
}

void RunsPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunsPage::retranslate()
{
    m_listTitle->setText(tr("Runs"));
    m_list->setAccessibleName(tr("Runs of this project"));
    m_loading->setTexts(tr("Reading the runs"), QString());
    m_empty->setTexts(tr("No runs yet"),
        tr("A run is one fine-tuning: its recipe, its losses, its checkpoints. Start one on the command line "
           "and it "
           "appears here at once, live."));
    showChosen();
}

} // namespace temper

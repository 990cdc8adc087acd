// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_detail.h"

#include "core/common/project/run_control.h"
#include "core/common/project/set_changes.h"
#include "ui/runs/probe_card.h"
#include "ui/runs/recipe_difference_card.h"
#include "ui/runs/run_charts.h"
#include "ui/runs/run_follower.h"
#include "ui/runs/run_header.h"
#include "ui/runs/run_words.h"
#include "ui/runs/verdict_card.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace temper {

namespace {

constexpr int kSlowReadMilliseconds = 150;
constexpr int kLeastBodyHeight = 520;

QString idOf(const RunEntry& entry)
{
    return QString::fromStdString(entry.summary.run.id());
}

} // namespace

RunDetail::RunDetail(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_header(new RunHeader(theme))
    , m_notice(new Notice(theme))
    , m_problem(makeLabel(LabelRole::Bad))
    , m_command(this)
    , m_setChange(this)
{
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_problem->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kGap);
    column->addWidget(m_header);
    column->addWidget(m_notice);
    column->addWidget(m_problem);
    column->addWidget(makeBody(theme), 1);
    connect(m_header, &RunHeader::commandAsked, this, &RunDetail::send);
    m_slowRead.setSingleShot(true);
    m_slowRead.setInterval(kSlowReadMilliseconds);
    connect(&m_slowRead, &QTimer::timeout, this, &RunDetail::showReading);
}

RunDetail::~RunDetail() = default;

QWidget* RunDetail::makeBody(const Theme& theme)
{
    m_verdict = new VerdictCard(theme);
    m_charts = new RunCharts(theme);
    m_probes = new ProbeCard(theme);
    m_difference = new RecipeDifferenceCard(theme);
    m_probes->hide();
    m_difference->hide();
    connect(m_charts, &RunCharts::failed, m_notice, &Notice::showText);
    connect(m_verdict, &VerdictCard::failed, m_notice, &Notice::showText);
    auto* body = new QWidget;
    body->setMinimumHeight(kLeastBodyHeight);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kGap);
    column->addWidget(m_verdict);
    column->addWidget(m_charts, 1);
    m_noSteps = new EmptyState(theme, QStringLiteral("runs"));
    m_noSteps->hide();
    column->addWidget(m_noSteps, 1);
    column->addWidget(m_probes);
    column->addWidget(m_difference);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    return scroll;
}

void RunDetail::setProject(const std::filesystem::path& project)
{
    m_project = project;
}

void RunDetail::setReadOnly(bool readOnly)
{
    m_header->setReadOnly(readOnly);
}

void RunDetail::clear()
{
    m_entries.clear();
    m_followed.clear();
    m_command.cancel();
    m_setChange.cancel();
    m_slowRead.stop();
    m_verdict->setRun(nullptr);
    m_notice->hide();
}

void RunDetail::choose(const QList<RunEntry>& entries)
{
    m_entries = entries;
    m_notice->hide();
    m_changedRows = 0;
    m_hasRows = false;
    m_header->setSetChange(QString());
    std::erase_if(
        m_followed, [&](const auto& followed) { return findEntry(entries, followed.first) == nullptr; });
    for (const RunEntry& entry : entries) {
        if (!m_followed.contains(idOf(entry)))
            follow(entry);
    }
    m_charts->resetZoom();
    m_verdict->setRun(nullptr);
    if (entries.size() == 1)
        askForSetChange(entries.first());
    update(entries);
    showCharts();
}

void RunDetail::follow(const RunEntry& entry)
{
    Followed& followed = m_followed[idOf(entry)];
    followed.follower = std::make_unique<RunFollower>();
    connect(followed.follower.get(), &RunFollower::updated, this,
        [this, id = idOf(entry)](std::shared_ptr<const RunHistory> history) {
            m_followed[id].history = std::move(history);
            m_slowRead.stop();
            showCharts();
            update(m_entries);
        });
    followed.follower->follow(entry.summary.run.eventsFile());
    m_slowRead.start();
}

std::shared_ptr<const RunHistory> RunDetail::historyOf(const RunEntry& entry) const
{
    const auto found = m_followed.find(idOf(entry));
    const bool known = found != m_followed.end() && found->second.history;
    return known ? found->second.history : std::make_shared<const RunHistory>();
}

void RunDetail::update(const QList<RunEntry>& entries)
{
    m_entries = entries;
    if (m_entries.size() > 1)
        showSeveral();
    else if (!m_entries.isEmpty() && !m_slowRead.isActive())
        showSingle(m_entries.first());
}

void RunDetail::showCharts()
{
    if (m_slowRead.isActive())
        return;
    QList<ChartedRun> runs;
    const QStringList names = RunWords::distinctNames(m_entries);
    for (const RunEntry& entry : m_entries)
        runs.append({ names[runs.size()], historyOf(entry) });
    const bool drawn = std::any_of(
        runs.begin(), runs.end(), [](const ChartedRun& run) { return !run.history->step.isEmpty(); });
    m_noSteps->setTexts(tr("No step yet"), tr("The curves begin with the first training step."));
    m_noSteps->setVisible(!drawn && !runs.isEmpty());
    m_charts->setVisible(m_noSteps->isHidden());
    m_charts->setRuns(runs);
    const bool single = m_entries.size() == 1;
    const bool hasProbes = single && !runs.first().history->probes.isEmpty();
    m_probes->setVisible(hasProbes);
    if (hasProbes)
        m_probes->setProbes(runs.first().history->probes);
}

void RunDetail::showReading()
{
    showCharts();
    if (m_entries.size() == 1)
        m_header->showReading(m_entries.first(), 0);
}

void RunDetail::showSingle(const RunEntry& entry)
{
    const std::shared_ptr<const RunHistory> history = historyOf(entry);
    if (history->readPart < 1)
        m_header->showReading(entry, history->readPart);
    else
        m_header->show(entry, *history);
    m_problem->setText(RunWords::problem(entry, *history));
    setLabelRole(*m_problem, entry.summary.state == RunState::Failed ? LabelRole::Bad : LabelRole::Warn);
    m_problem->setVisible(!m_problem->text().isEmpty());
    showSetChange();
    m_difference->hide();
    m_verdict->setRun(&entry);
}

void RunDetail::showSeveral()
{
    m_header->showSeveral(m_entries);
    m_problem->hide();
    m_verdict->setRun(nullptr);
    m_difference->setRuns(m_entries);
    m_difference->show();
}

void RunDetail::askForSetChange(const RunEntry& entry)
{
    m_setChange.start([project = m_project, run = entry.summary.run](
                          const std::stop_token& stop) { return rowsChangedSince(project, run, stop); },
        [this](const std::optional<std::uint64_t>& rows) {
            m_changedRows = static_cast<std::int64_t>(rows.value_or(0));
            m_hasRows = rows.has_value();
            showSetChange();
        },
        [](const Error&) {}); // the Data page tells what is wrong with a set
}

void RunDetail::showSetChange()
{
    const bool isWaiting = m_entries.size() == 1 && m_entries.first().summary.state == RunState::Queued;
    m_header->setSetChange(isWaiting && !m_hasRows
            ? tr("Its rows are fixed when it begins: what is edited until then counts.")
            : m_changedRows == 0 ? QString()
            : m_changedRows == 1
            ? tr("The set has changed since: 1 row.")
            : tr("The set has changed since: %1 rows.").arg(NumberText::count(m_changedRows)));
}

void RunDetail::send(ControlCommand command)
{
    if (m_entries.size() != 1)
        return;
    m_header->setBusy(true);
    m_command.start(
        [run = m_entries.first().summary.run, command](const std::stop_token&) {
            controlRun(run, command);
            return true;
        },
        [this](bool) { m_header->setBusy(false); },
        [this](const Error& error) {
            m_header->setBusy(false);
            m_notice->showError(error);
        });
}

void RunDetail::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        update(m_entries);
        showSetChange();
    }
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_page.h"

#include "ui/export/export_choice.h"
#include "ui/export/export_list.h"
#include "ui/shell/theme/theme.h"
#include "ui/shell/workbench.h"
#include "ui/task/work_teller.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace temper {

ExportPage::ExportPage(Theme& theme, QWidget* parent)
    : Page(parent)
    , m_job(new ExportJob(this))
    , m_work(new WorkTeller(this))
    , m_notice(new Notice(theme))
    , m_choice(new ExportChoice(theme))
    , m_list(new ExportList(theme))
    , m_sourcesTask(this)
    , m_listTask(this)
{
    auto* left = new QVBoxLayout;
    left->addWidget(m_choice);
    left->addStretch(1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(size::kGroupGap);
    columns->addLayout(left, 1);
    columns->addWidget(m_list, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(size::kPageMargin, size::kPageMargin, size::kPageMargin, size::kPageMargin);
    layout->setSpacing(size::kGap);
    layout->addWidget(makeTitleRow());
    layout->addWidget(makeProgress(theme));
    layout->addWidget(m_notice);
    layout->addLayout(columns, 1);
    setFocusProxy(m_start);
    connectJob();
    retranslate();
    showRunning();
}

ExportPage::~ExportPage() = default;

QWidget* ExportPage::makeTitleRow()
{
    m_title = makeLabel(LabelRole::Title);
    m_line = makeLabel(LabelRole::Muted);
    m_start = new QPushButton;
    m_stop = new QPushButton;
    m_start->setProperty("role", QLatin1String("primary"));
    m_stop->setProperty("role", QLatin1String("danger"));
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kSmallGap);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_line);
    row->addLayout(words, 1);
    row->addWidget(m_stop);
    row->addWidget(m_start);
    connect(m_start, &QPushButton::clicked, this, &ExportPage::start);
    connect(m_stop, &QPushButton::clicked, m_job, &ExportJob::stop);
    return widget;
}

QWidget* ExportPage::makeProgress(const Theme& theme)
{
    m_phase = new ElidedLabel(LabelRole::Muted);
    m_progress = new ProgressLine(theme);
    m_progressRow = new QWidget;
    auto* column = new QVBoxLayout(m_progressRow);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kGrid);
    column->addWidget(m_phase);
    column->addWidget(m_progress);
    return m_progressRow;
}

void ExportPage::connectJob()
{
    connect(m_choice, &ExportChoice::changed, this, &ExportPage::showRunning);
    connect(m_choice, &ExportChoice::failed, m_notice, &Notice::showText);
    connect(m_job, &ExportJob::progressed, this, [this](const QString& phase, double fraction) {
        const bool known = fraction >= 0;
        m_phase->setFullText(
            known ? tr("%1 · %2 %").arg(phase).arg(static_cast<int>(std::lround(fraction * 100))) : phase);
        m_progress->setFraction(std::max(0.0, fraction));
        m_work->tell(tr("Export"), phase, fraction);
    });
    connect(m_job, &ExportJob::succeeded, this, [this](const ExportRecord&) {
        readExports();
        m_choice->proposeFolder();
        showRunning();
    });
    connect(m_job, &ExportJob::failed, this, [this](const Error& error) {
        if (error.kind() == ErrorKind::Cancelled)
            m_notice->showText(tr("Stopped; nothing was left in the folder."));
        else
            m_notice->showError(error);
        showRunning();
    });
    connect(m_job, &ExportJob::checkFailed, m_notice, &Notice::showError);
    connect(m_work, &WorkTeller::stopAsked, m_job, &ExportJob::stop);
}

QString ExportPage::title() const
{
    return tr("Export");
}

QString ExportPage::iconName() const
{
    return QStringLiteral("export");
}

void ExportPage::setWorkbench(Workbench& workbench)
{
    m_job->setEngine(workbench.engine());
    m_choice->setEngine(workbench.engine());
}

void ExportPage::setProject(const OpenProject& project)
{
    closeProject();
    m_project = project;
    m_choice->setProject(project.folder);
    readExports();
    if (isVisible())
        readSources();
}

void ExportPage::closeProject()
{
    m_project.reset();
    m_job->stop();
    m_sourcesTask.cancel();
    m_listTask.cancel();
    m_wish = {};
    m_list->setRecords({});
    m_notice->hide();
}

void ExportPage::receive(const Json& what)
{
    m_wish = what;
    readSources();
}

QStringList ExportPage::pictureStates() const
{
    return { QStringLiteral("merged"), QStringLiteral("empty") };
}

void ExportPage::showPictureState(const QString& state)
{
    m_choice->chooseForm(state == QLatin1String("merged") ? ExportForm::Merged : ExportForm::Adapter);
    if (state == QLatin1String("empty")) {
        m_choice->setProject(m_project->folder);
        m_list->setRecords({});
        return;
    }
    readSources();
    readExports();
}

void ExportPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    readSources(); // runs end while other pages are shown
}

void ExportPage::readSources()
{
    if (!m_project)
        return;
    m_sourcesTask.start(
        [folder = m_project->folder](const std::stop_token& stop) {
            const std::vector<AnswerSource> runs = runSources(folder, stop);
            return QList<AnswerSource>(runs.begin(), runs.end());
        },
        [this](const QList<AnswerSource>& runs) { showSources(runs); },
        [this](const Error& error) { m_notice->showError(error); });
}

void ExportPage::showSources(const QList<AnswerSource>& runs)
{
    m_choice->setSources(runs);
    if (m_wish.is_null())
        return;
    const std::string run = m_wish.value("run", "");
    const auto step = m_wish.value("step", std::int64_t { 0 });
    m_wish = {};
    const auto found = std::ranges::find_if(
        runs, [&](const AnswerSource& source) { return source.runId == run && source.step == step; });
    if (found != runs.end() && !found->adapters.empty())
        m_choice->choose(*found);
    else
        m_notice->showText(tr("The run %1 has left no adapter to export.").arg(QString::fromStdString(run)));
}

void ExportPage::readExports()
{
    if (!m_project)
        return;
    m_listTask.start(
        [folder = m_project->folder](const std::stop_token&) {
            const std::vector<ExportRecord> records = listExports(folder);
            return QList<ExportRecord>(records.begin(), records.end());
        },
        [this](const QList<ExportRecord>& records) {
            m_list->setRecords(records);
            const auto count = records.size();
            Q_EMIT statusChanged(
                count == 1 ? tr("1 export") : tr("%1 exports").arg(NumberText::count(count)));
        },
        [this](const Error& error) { m_notice->showError(error); });
}

void ExportPage::start()
{
    m_notice->hide();
    m_job->start(m_choice->order());
    showRunning();
}

void ExportPage::showRunning()
{
    const bool running = m_job->isRunning();
    if (!running)
        m_work->end();
    m_progressRow->setVisible(running);
    m_stop->setVisible(running);
    m_start->setVisible(!running);
    m_start->setEnabled(m_project && m_choice->obstacle().isEmpty());
    m_choice->setEnabled(!running);
}

void ExportPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExportPage::retranslate()
{
    m_title->setText(tr("Export"));
    m_line->setText(tr("The result of a run in a form that other programs read"));
    m_start->setText(tr("Export"));
    m_stop->setText(tr("Stop"));
    m_progress->setAccessibleName(tr("Progress of the export"));
}

} // namespace temper

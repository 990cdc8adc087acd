// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/batch_view.h"

#include "ui/compare/batch_model.h"
#include "ui/shell/open_project.h"
#include "ui/shell/theme/theme.h"
#include "ui/task/work_teller.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/text_label.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace temper {

namespace {
constexpr int kFigureColumnWidth = 104;
}

BatchView::BatchView(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_run(new BatchRun(this))
    , m_model(new BatchModel(*m_run, this))
    , m_file(new ElidedLabel(LabelRole::Muted))
    , m_choose(new QPushButton)
    , m_start(new QPushButton)
    , m_stop(new QPushButton)
    , m_save(new QPushButton)
    , m_progress(new ProgressLine(theme))
    , m_work(new WorkTeller(this))
    , m_notice(new Notice(theme))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(theme, QStringLiteral("table")))
    , m_reading(this)
    , m_saving(this)
{
    setAcceptDrops(true);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeTable(theme));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kGap);
    layout->addWidget(makeBar());
    layout->addWidget(m_progress);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    connect(m_run, &BatchRun::runningChanged, this, &BatchView::showState);
    connect(m_run, &BatchRun::replaced, this, &BatchView::showState);
    connect(m_run, &BatchRun::failed, m_notice, &Notice::showText);
    connect(m_run, &BatchRun::rowChanged, this, [this](int row) {
        showState();
        if (row == m_table->currentIndex().row())
            showRow();
    });
    retranslate();
}

QWidget* BatchView::makeBar()
{
    m_start->setProperty("role", QLatin1String("primary"));
    m_stop->setProperty("role", QLatin1String("danger"));
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kSmallGap);
    row->addWidget(m_choose);
    row->addWidget(m_file, 1);
    row->addWidget(m_save);
    row->addWidget(m_stop);
    row->addWidget(m_start);
    connect(m_choose, &QPushButton::clicked, this, &BatchView::chooseFile);
    connect(m_save, &QPushButton::clicked, this, &BatchView::chooseTarget);
    connect(m_start, &QPushButton::clicked, this, &BatchView::startAsked);
    connect(m_stop, &QPushButton::clicked, m_run, &BatchRun::stop);
    connect(m_work, &WorkTeller::stopAsked, m_run, &BatchRun::stop);
    return bar;
}

QWidget* BatchView::makeTable(const Theme& theme)
{
    auto* table = new RowTable(theme);
    table->setModel(m_model);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setColumnWidths({ 0, 0, 0, kFigureColumnWidth, kFigureColumnWidth, kFigureColumnWidth });
    m_table = table;
    m_row = new TurnView(theme);
    for (const Side side : kSides)
        m_row->card(side)->setCanRegenerate(false);
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_row);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    m_row->setAutoFillBackground(false);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setHandleWidth(size::kGap);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(scroll);
    splitter->setSizes({ 1, 1 });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BatchView::showRow);
    connect(m_row, &TurnView::tokenPointedAt, this, &BatchView::tokenPointedAt);
    connect(m_row, &TurnView::nothingPointedAt, this, &BatchView::nothingPointedAt);
    return splitter;
}

void BatchView::setEngine(EngineSession& engine)
{
    m_run->setEngine(engine);
}

void BatchView::setSetup(const ConversationSetup& setup, const SamplingChoice& sampling)
{
    m_setup = setup;
    m_sampling = sampling;
    showState();
}

void BatchView::setLook(const AnswerLook& look)
{
    m_row->setLook(look);
}

void BatchView::start()
{
    m_notice->hide();
    m_run->start(m_setup, m_sampling);
}

void BatchView::clear()
{
    m_reading.cancel();
    m_batch = {};
    m_run->setPrompts({});
    m_notice->hide();
    showState();
}

void BatchView::chooseFile()
{
    auto* dialog = new QFileDialog(window(), tr("Prompts"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        { tr("Prompts (*.jsonl *.json *.csv *.tsv *.txt *.parquet)"), tr("All files (*)") });
    connect(dialog, &QFileDialog::fileSelected, this, &BatchView::open);
    dialog->open();
}

void BatchView::open(const QString& file)
{
    m_notice->hide();
    m_reading.start(
        [path = toPath(file)](const std::stop_token& stop) { return readPromptBatch(path, stop); },
        [this](const PromptBatch& batch) { showBatch(batch); },
        [this](const Error& error) { m_notice->showError(error); });
}

void BatchView::showBatch(const PromptBatch& batch)
{
    m_batch = batch;
    m_run->setPrompts(batch.prompts);
    if (!batch.problems.empty())
        m_notice->showText(
            tr("%1 rows hold no prompt and are left out; the first is line %2.")
                .arg(NumberText::count(static_cast<std::int64_t>(batch.problems.size())),
                    NumberText::count(static_cast<std::int64_t>(batch.problems.front().line))));
    m_table->selectRow(0);
    showState();
}

void BatchView::showRow()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= static_cast<int>(m_run->results().size()))
        return;
    const BatchResult& result = m_run->results()[static_cast<std::size_t>(row)];
    m_row->setPrompt(QString::fromStdString(result.prompt.shown));
    for (const Side side : kSides)
        m_row->card(side)->showAnswer(result.answers[side], !result.answers[side], tr("Not answered yet"));
}

void BatchView::showState()
{
    const auto total = static_cast<int>(m_run->results().size());
    const int answered = m_run->answered();
    m_stack->setCurrentIndex(total == 0 ? 0 : 1);
    m_file->setFullText(total == 0 ? QString()
                                   : tr("%1 · %2 of %3 answered")
                                         .arg(toText(m_batch.file.filename()), NumberText::count(answered),
                                             NumberText::count(total)));
    m_progress->setFraction(total == 0 ? 0 : static_cast<double>(answered) / total);
    m_progress->setVisible(total > 0);
    const bool running = m_run->isRunning();
    if (running)
        m_work->tell(tr("Prompts in batch"),
            tr("%1 of %2 answered").arg(NumberText::count(answered), NumberText::count(total)),
            static_cast<double>(answered) / total);
    else
        m_work->end();
    const bool ready
        = !m_setup.sources[Side::Left].model.empty() && !m_setup.sources[Side::Right].model.empty();
    m_start->setVisible(!running);
    m_start->setEnabled(total > 0 && ready);
    m_start->setText(answered > 0 && answered < total ? tr("Go on") : tr("Answer all"));
    m_stop->setVisible(running);
    m_choose->setEnabled(!running);
    m_save->setEnabled(answered > 0);
}

void BatchView::chooseTarget()
{
    const QString name
        = QFileInfo(toText(m_batch.file)).completeBaseName() + QStringLiteral("-answers.jsonl");
    auto* dialog = new QFileDialog(window(), tr("Save answers"), toText(m_batch.file.parent_path()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({ tr("JSON lines (*.jsonl)"), tr("Table (*.csv)") });
    dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(
            filter.contains(QLatin1String("csv")) ? QStringLiteral("csv") : QStringLiteral("jsonl"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &BatchView::save);
    dialog->open();
}

void BatchView::save(const QString& file)
{
    const bool csv = file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    m_saving.start(
        [path = toPath(file), csv, results = m_run->results()](const std::stop_token&) {
            writeBatchResults(path, csv ? BatchFormat::Csv : BatchFormat::JsonLines, results);
            return true;
        },
        [](bool) {}, [this](const Error& error) { m_notice->showError(error); });
}

void BatchView::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && !m_run->isRunning())
        event->acceptProposedAction();
}

void BatchView::dropEvent(QDropEvent* event)
{
    open(event->mimeData()->urls().first().toLocalFile());
}

void BatchView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BatchView::retranslate()
{
    m_choose->setText(tr("Open prompts…"));
    m_stop->setText(tr("Stop"));
    m_save->setText(tr("Save answers…"));
    m_table->setAccessibleName(tr("Prompts and answers"));
    m_progress->setAccessibleName(tr("Prompts answered"));
    m_empty->setTexts(tr("Many prompts at once"),
        tr("Open a file of prompts, or drop it here: JSON lines with \"prompt\" or \"messages\", a table, or "
           "a "
           "text with a prompt a line. Both sides answer each of them, and the answers are saved as JSON "
           "lines or "
           "a table."));
    m_model->retranslate();
    showState();
    showRow();
}

} // namespace temper

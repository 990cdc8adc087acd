// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/data_page.h"

#include "ui/data/import_panel.h"
#include "ui/data/mix_panel.h"
#include "ui/data/removed_bar.h"
#include "ui/data/render_form.h"
#include "ui/data/set_header.h"
#include "ui/data/set_view.h"
#include "ui/data/split_panel.h"
#include "ui/data/totals_panel.h"
#include "ui/shell/theme/theme.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QDragEnterEvent>
#include <QEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace temper {

namespace {

QStringList localFiles(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

} // namespace

DataPage::DataPage(Theme& theme, QWidget* parent)
    : Page(parent)
    , m_theme(theme)
    , m_stack(new QStackedWidget)
    , m_loading(new EmptyState(theme, QStringLiteral("data")))
    , m_empty(new EmptyState(theme, QStringLiteral("data")))
    , m_header(new SetHeader(theme))
    , m_notice(new Notice(theme))
    , m_view(new SetView(theme))
    , m_importPanel(new ImportPanel(theme))
    , m_splitPanel(new SplitPanel(theme))
    , m_mixPanel(new MixPanel(theme))
    , m_listing(this)
    , m_changing(this)
    , m_modelReading(this)
{
    setAcceptDrops(true);
    m_content = makeContent(theme);
    for (QWidget* each :
        QList<QWidget*> { m_loading, m_empty, m_content, m_importPanel, m_splitPanel, m_mixPanel })
        m_stack->addWidget(each);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_removed);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_view);
    connectHeader();
    connectPanels();
    retranslate();
}

DataPage::~DataPage() = default;

QWidget* DataPage::makeContent(Theme&)
{
    m_removed = new RemovedBar;
    connect(m_removed, &RemovedBar::bringBackAsked, this, &DataPage::restore);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(size::kPageMargin, size::kPageMargin, size::kPageMargin, size::kPageMargin);
    column->setSpacing(size::kGap);
    column->addWidget(m_header);
    column->addWidget(m_notice);
    column->addWidget(m_view, 1);
    return content;
}

void DataPage::connectHeader()
{
    connect(m_empty, &EmptyState::actionAsked, this, &DataPage::chooseFiles);
    connect(m_header, &SetHeader::setAsked, this, &DataPage::openSet);
    connect(m_header, &SetHeader::importAsked, this, &DataPage::chooseFiles);
    connect(m_header, &SetHeader::addRowAsked, m_view, &SetView::addRow);
    connect(m_header, &SetHeader::undoAsked, m_view, &SetView::undo);
    connect(m_header, &SetHeader::redoAsked, m_view, &SetView::redo);
    connect(m_header, &SetHeader::renamed, this, &DataPage::rename);
    connect(m_header, &SetHeader::removeAsked, this, &DataPage::remove);
    connect(m_header, &SetHeader::splitAsked, this, [this] {
        m_splitPanel->begin(
            m_project->folder, m_sets.sets, *entry(m_current), m_view->state().counts.inUse());
        m_stack->setCurrentWidget(m_splitPanel);
    });
    connect(m_header, &SetHeader::mixAsked, this, [this] {
        m_mixPanel->begin(m_project->folder, m_sets.sets, m_current);
        m_stack->setCurrentWidget(m_mixPanel);
    });
    connect(m_view, &SetView::stateChanged, this, &DataPage::showState);
    connect(m_view, &SetView::statusChanged, this, &Page::statusChanged);
}

void DataPage::connectPanels()
{
    const auto back = [this] {
        m_stack->setCurrentWidget(m_sets.sets.empty() ? static_cast<QWidget*>(m_empty) : m_content);
    };
    connect(m_importPanel, &ImportPanel::moreFilesAsked, this, &DataPage::chooseFiles);
    connect(m_importPanel, &ImportPanel::closed, this, back);
    connect(m_splitPanel, &SplitPanel::closed, this, back);
    connect(m_mixPanel, &MixPanel::closed, this, back);
    const auto made = [this](const QString& name) { readSets(name); };
    connect(m_importPanel, &ImportPanel::imported, this, made);
    connect(m_splitPanel, &SplitPanel::made, this, made);
    connect(m_mixPanel, &MixPanel::made, this, made);
}

QString DataPage::title() const
{
    return tr("Data");
}

QString DataPage::iconName() const
{
    return QStringLiteral("data");
}

void DataPage::setProject(const OpenProject& project)
{
    closeProject();
    m_project = project;
    readSets({});
}

void DataPage::closeProject()
{
    m_project.reset();
    m_removed->clear();
    m_listing.cancel();
    m_changing.cancel();
    m_modelReading.cancel();
    if (m_importPanel->isImporting())
        m_importPanel->stop();
    m_view->close();
    m_view->totals().form().forget();
    m_current.clear();
    m_sets = {};
    m_notice->hide();
    m_stack->setCurrentWidget(m_loading);
}

void DataPage::setWorkbench(Workbench& workbench)
{
    connect(&workbench, &Workbench::nextRunChanged, &m_view->totals().form(), &RenderForm::follow);
}

void DataPage::readSets(const QString& wanted)
{
    if (!m_project)
        return;
    m_listing.start(
        [folder = m_project->folder, access = m_project->access](const std::stop_token&) {
            return Listing { readProjectSets(folder, access), projectModels(folder) };
        },
        [this, wanted](const Listing& listing) { showSets(listing, wanted); },
        [this](const Error& error) {
            m_notice->showError(error);
            m_stack->setCurrentWidget(m_content);
        });
}

void DataPage::showSets(const Listing& listing, const QString& wanted)
{
    m_sets = listing.sets;
    m_view->totals().form().setModels(listing.models);
    m_header->setEditing(editing());
    m_empty->setActionEnabled(editing() == Editing::Allowed);
    const bool importing = wanted.isEmpty() && m_stack->currentWidget() == m_importPanel;
    if (m_sets.sets.empty()) {
        m_view->close();
        m_current.clear();
        if (!importing)
            m_stack->setCurrentWidget(m_empty);
        return;
    }
    const QString name = entry(wanted) ? wanted
        : entry(m_current)             ? m_current
                                       : QString::fromStdString(m_sets.sets.front().name);
    m_current.clear();
    openSet(name);
    if (importing)
        m_stack->setCurrentWidget(m_importPanel);
}

const DatasetEntry* DataPage::entry(const QString& name) const
{
    const std::string wanted = name.toStdString();
    const auto found = std::find_if(
        m_sets.sets.begin(), m_sets.sets.end(), [&](const DatasetEntry& set) { return set.name == wanted; });
    return found == m_sets.sets.end() ? nullptr : &*found;
}

void DataPage::openSet(const QString& name)
{
    const DatasetEntry* set = entry(name);
    if (!set)
        return;
    m_notice->hide();
    m_stack->setCurrentWidget(m_content);
    if (name == m_current)
        return;
    m_current = name;
    m_header->setSets(m_sets.sets, name);
    m_view->open(m_project->folder / set->file, editing());
}

void DataPage::showState()
{
    const auto totals = m_view->counted();
    const QString model = m_view->totals().form().modelName();
    m_header->showState(m_view->state(),
        totals ? tr("%1 tokens trained on with %2")
                     .arg(NumberText::count(static_cast<std::int64_t>(totals->supervisedTokens)), model)
               : QString());
}

void DataPage::importFiles(const QStringList& files)
{
    if (!m_project || files.isEmpty() || editing() == Editing::ReadOnly)
        return;
    if (m_stack->currentWidget() == m_importPanel)
        return m_importPanel->addFiles(files);
    m_importPanel->begin(m_project->folder, m_sets.sets, files);
    m_stack->setCurrentWidget(m_importPanel);
}

void DataPage::chooseFiles()
{
    auto* dialog = new QFileDialog(this, tr("Import data"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        { tr("Data files (*.json *.jsonl *.ndjson *.csv *.tsv *.parquet *.txt *.md *.sqlite)"),
            tr("All files (*)") });
    connect(dialog, &QFileDialog::filesSelected, this, &DataPage::importFiles);
    dialog->open();
}

void DataPage::change(std::function<QString(Project&)> work)
{
    m_notice->hide();
    m_view->close();
    const QString current = std::exchange(m_current, {});
    m_changing.start(
        [folder = m_project->folder, work = std::move(work)](const std::stop_token&) {
            Project project = Project::open(folder);
            return work(project);
        },
        [this](const QString& open) { readSets(open); },
        [this, current](const Error& error) {
            readSets(current);
            m_notice->showError(error);
        });
}

Editing DataPage::editing() const
{
    return m_project && !m_project->isReadOnly() ? Editing::Allowed : Editing::ReadOnly;
}

void DataPage::rename(const QString& name)
{
    std::vector<DatasetEntry> others = m_sets.sets;
    std::erase_if(others, [&](const DatasetEntry& each) { return each.name == m_current.toStdString(); });
    const QString problem = nameProblem(name, others);
    if (!problem.isEmpty())
        return m_header->showNameProblem(problem);
    change([from = m_current.toStdString(), name](Project& project) {
        renameDataset(project, from, name.toStdString());
        return name;
    });
}

void DataPage::remove()
{
    if (m_current.isEmpty())
        return;
    m_removed->add(m_current);
    change([name = m_current.toStdString()](Project& project) {
        deleteDataset(project, name);
        return QString();
    });
}

void DataPage::restore(const QString& set)
{
    change([name = set.toStdString()](Project& project) {
        for (const DeletedDataset& deleted : deletedDatasets(project)) {
            if (deleted.name == name)
                return QString::fromStdString(restoreDataset(project, deleted.path));
        }
        return QString();
    });
}

void DataPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_project && !localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void DataPage::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    importFiles(localFiles(*event->mimeData()));
}

void DataPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (!m_project)
        return;
    m_modelReading.start(
        [folder = m_project->folder](const std::stop_token&) { return projectModels(folder); },
        [this](const QList<ModelChoice>& models) { m_view->totals().form().setModels(models); },
        [this](const Error& error) { m_notice->showError(error); });
}

void DataPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DataPage::retranslate()
{
    m_loading->setTexts(tr("Reading the data sets"), QString());
    m_empty->setTexts(tr("No data yet"),
        tr("A data set is what a model learns from: conversations, prompts with answers, or plain text. "
           "Import "
           "JSON, JSONL, CSV, Parquet or text files, or drop them on this window."));
    m_empty->setAction(tr("Import data…"));
    if (m_project && !m_current.isEmpty())
        showState();
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/model_page.h"

#include "ui/model/get_model_view.h"
#include "ui/model/model_detail.h"
#include "ui/model/model_list.h"
#include "ui/shell/theme/theme.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/text_label.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QItemSelectionModel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace temper {

ModelPage::ModelPage(Theme& theme, QWidget* parent)
    : Page(parent)
    , m_list(new ModelList(this))
    , m_stack(new QStackedWidget)
    , m_loading(new EmptyState(theme, QStringLiteral("model")))
    , m_empty(new EmptyState(theme, QStringLiteral("model")))
    , m_get(new GetModelView(theme))
    , m_notice(new Notice(theme))
    , m_listing(this)
    , m_change(this)
{
    setAcceptDrops(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(size::kPageMargin, size::kPageMargin, size::kPageMargin, size::kPageMargin);
    row->setSpacing(size::kGroupGap);
    row->addWidget(makeSide(theme));
    row->addWidget(makeDetail(theme), 1);
    connect(m_get, &GetModelView::backAsked, this, [this] {
        m_stack->setCurrentWidget(m_loading);
        refresh();
    });
    connect(m_get, &GetModelView::foundAsked, this, [this](const FoundModel& model) {
        add({ { toText(model.path), QString::fromStdString(model.name) } });
    });
    connect(m_get, &GetModelView::fetched, this, [this](const QString& path, const QString& name) {
        add({ { path, name } });
    });
    setFocusProxy(m_view);
    retranslate();
}

ModelPage::~ModelPage() = default;

QWidget* ModelPage::makeSide(const Theme& theme)
{
    m_sideTitle = makeLabel(LabelRole::Group);
    m_view = new QListView;
    m_view->setModel(m_list);
    m_view->setItemDelegate(new ModelDelegate(theme, this));
    m_view->setMouseTracking(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ModelPage::chooseModel);
    connect(m_view, &QListView::clicked, this, &ModelPage::chooseModel);
    m_getButton = new QPushButton;
    m_addFolder = new QPushButton;
    m_addFile = new QPushButton;
    connect(m_getButton, &QPushButton::clicked, this, [this] { openGetView({}); });
    connect(m_empty, &EmptyState::actionAsked, this, [this] { openGetView({}); });
    connect(m_addFolder, &QPushButton::clicked, this, &ModelPage::chooseFolder);
    connect(m_addFile, &QPushButton::clicked, this, &ModelPage::chooseFile);
    auto* side = new QWidget;
    side->setFixedWidth(size::kSideListWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kSmallGap);
    column->addWidget(m_sideTitle);
    column->addWidget(m_view, 1);
    column->addWidget(m_getButton);
    auto* adders = new QHBoxLayout;
    adders->setSpacing(size::kSmallGap);
    adders->addWidget(m_addFolder, 1);
    adders->addWidget(m_addFile, 1);
    column->addLayout(adders);
    return side;
}

QWidget* ModelPage::makeDetail(const Theme& theme)
{
    m_detail = new ModelDetail(theme);
    connect(m_detail, &ModelDetail::trainAsked, this, &ModelPage::train);
    connect(m_detail, &ModelDetail::locateAsked, this, &ModelPage::locate);
    connect(m_detail, &ModelDetail::removeAsked, this, &ModelPage::remove);
    connect(m_detail, &ModelDetail::getAsked, this,
        [this] { openGetView(chosen() ? QString::fromStdString(chosen()->entry.name) : QString()); });
    for (QWidget* state : QList<QWidget*> { m_loading, m_empty, m_detail, m_get })
        m_stack->addWidget(state);
    m_detailPane = new QWidget;
    auto* column = new QVBoxLayout(m_detailPane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kGap);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    return m_detailPane;
}

QString ModelPage::title() const
{
    return tr("Model");
}

QString ModelPage::iconName() const
{
    return QStringLiteral("model");
}

void ModelPage::setWorkbench(Workbench& workbench)
{
    m_workbench = &workbench;
}

void ModelPage::setProject(const OpenProject& project)
{
    closeProject();
    m_project = project;
    m_detail->setReadOnlyReason(project.readOnlyReason);
    m_empty->setActionEnabled(!project.isReadOnly());
    for (QPushButton* button : { m_getButton, m_addFolder, m_addFile }) {
        button->setEnabled(!project.isReadOnly());
        button->setToolTip(project.readOnlyReason);
    }
    if (project.isReadOnly())
        refresh();
    else
        changeLibrary([](Project& opened) {
            if (opened.models().empty())
                addModelsOfRuns(opened); // runs begun on the command line
            return std::string();
        });
}

void ModelPage::closeProject()
{
    m_project.reset();
    m_listing.cancel();
    m_change.cancel();
    m_list->setModels({});
    m_notice->hide();
    m_stack->setCurrentWidget(m_loading);
}

void ModelPage::receive(const Json& what)
{
    if (what.contains("get"))
        openGetView(QString::fromStdString(what["get"].get<std::string>()));
    if (what.contains("model"))
        refresh(what["model"].get<std::string>());
}

QList<Place> ModelPage::places() const
{
    QList<Place> places;
    for (int row = 0; row < m_list->rowCount(); ++row) {
        const LibraryModel& model = *m_list->model(m_list->index(row));
        places.append({ tr("Models"), QString::fromStdString(model.entry.name),
            QDir::toNativeSeparators(toText(model.place)), { { "model", model.entry.hash } } });
    }
    return places;
}

void ModelPage::refresh(const std::string& choose)
{
    if (!m_project)
        return;
    m_listing.start(
        [folder = m_project->folder](
            const std::stop_token&) { return libraryModels(Project::open(folder, ProjectAccess::ReadOnly)); },
        [this, choose](const std::vector<LibraryModel>& models) { showModels(models, choose); },
        [this](const Error& error) { m_notice->showError(error); });
}

void ModelPage::showModels(const std::vector<LibraryModel>& models, const std::string& choose)
{
    const std::string before = chosen() ? chosen()->entry.hash : std::string();
    m_list->setModels(models);
    Q_EMIT statusChanged(models.size() == 1 ? tr("1 model") : tr("%1 models").arg(models.size()));
    if (choose.empty() && m_stack->currentWidget() == m_get)
        return; // where to get one is being looked at
    if (models.empty()) {
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    QModelIndex index = m_list->indexOf(choose.empty() ? before : choose);
    m_view->setCurrentIndex(index.isValid() ? index : m_list->index(0));
    chooseModel(m_view->currentIndex());
}

void ModelPage::chooseModel(const QModelIndex& index)
{
    const LibraryModel* model = m_list->model(index);
    if (!model)
        return;
    m_detail->show(*model);
    m_stack->setCurrentWidget(m_detail);
    const auto known = m_facts.constFind(QString::fromStdString(model->entry.hash));
    if (known != m_facts.constEnd())
        m_detail->showFacts(*known);
    else if (model->presence == ModelPresence::Here)
        askEngine(*model);
}

void ModelPage::askEngine(const LibraryModel& model)
{
    if (!m_workbench)
        return;
    EngineReply* reply = m_workbench->engine().call(
        QStringLiteral("model.info"), { { "model", toText(model.place).toStdString() } });
    const std::string hash = model.entry.hash;
    connect(reply, &EngineReply::succeeded, this, [this, hash](const Json& info) {
        const ModelFacts facts = modelFacts(info);
        m_facts.insert(QString::fromStdString(hash), facts);
        if (chosen() && chosen()->entry.hash == hash)
            m_detail->showFacts(facts);
    });
    connect(reply, &EngineReply::failed, this, [this, hash](const Error& error) {
        if (chosen() && chosen()->entry.hash == hash)
            m_detail->showProblem(error);
    });
}

const LibraryModel* ModelPage::chosen() const
{
    return m_list->model(m_view->currentIndex());
}

void ModelPage::changeLibrary(std::function<std::string(Project&)> change)
{
    m_notice->hide();
    m_change.start(
        [folder = m_project->folder, change = std::move(change)](const std::stop_token&) {
            Project project = Project::open(folder);
            return change(project);
        },
        [this](const std::string& hash) { refresh(hash); },
        [this](const Error& error) {
            m_notice->showError(error);
            refresh();
        });
}

void ModelPage::add(const QList<Wanted>& wanted)
{
    if (!m_project || m_project->isReadOnly())
        return;
    changeLibrary([wanted](Project& project) {
        std::string hash;
        for (const Wanted& one : wanted)
            hash = addModel(project, toPath(one.path), one.name.toStdString()).hash;
        return hash;
    });
}

void ModelPage::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Add a model's folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        add({ { folder, {} } });
    });
    dialog->open();
}

void ModelPage::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Add a GGUF file"), {}, tr("GGUF files (*.gguf);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { add({ { file, {} } }); });
    dialog->open();
}

void ModelPage::locate()
{
    const LibraryModel* model = chosen();
    if (!model)
        return;
    const bool isFile = model->place.extension() == ".gguf";
    auto* dialog
        = new QFileDialog(this, tr("Where %1 lies now").arg(QString::fromStdString(model->entry.name)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFile ? QFileDialog::ExistingFile : QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this, entry = model->entry](const QString& path) {
        changeLibrary([entry, path](Project& project) {
            locateModel(project, entry, toPath(path));
            return entry.hash;
        });
    });
    dialog->open();
}

void ModelPage::remove()
{
    if (const LibraryModel* model = chosen())
        changeLibrary([hash = model->entry.hash](Project& project) {
            project.removeModel(hash);
            return std::string();
        });
}

void ModelPage::train()
{
    const LibraryModel* model = chosen();
    if (model && m_workbench)
        m_workbench->show(PageId::Train, { { "model", toText(model->place).toStdString() } });
}

void ModelPage::openGetView(const QString& name)
{
    if (!m_project)
        return;
    m_get->begin(name);
    m_stack->setCurrentWidget(m_get);
}

void ModelPage::dragEnterEvent(QDragEnterEvent* event)
{
    const bool takes = m_project && !m_project->isReadOnly();
    for (const QUrl& url : event->mimeData()->urls()) {
        if (takes && url.isLocalFile())
            event->acceptProposedAction();
    }
}

void ModelPage::dropEvent(QDropEvent* event)
{
    QList<Wanted> wanted;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            wanted.append({ url.toLocalFile(), {} });
    }
    event->acceptProposedAction();
    add(wanted);
}

void ModelPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ModelPage::retranslate()
{
    m_sideTitle->setText(tr("Models of this project"));
    m_view->setAccessibleName(tr("Models of this project"));
    m_getButton->setText(tr("Get a model…"));
    m_addFolder->setText(tr("Add folder…"));
    m_addFile->setText(tr("Add GGUF…"));
    m_loading->setTexts(tr("Looking at the models"), QString());
    m_empty->setAction(tr("Get a model…"));
    m_empty->setTexts(tr("No model yet"),
        tr("A model is what is fine-tuned: a Hugging Face folder or a GGUF file. Drop one here, add it by "
           "the buttons "
           "at the left, or get one: from what other programs keep on this machine, or from a server you "
           "name."));
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/new_project_panel.h"

#include "core/common/base/os_paths.h"
#include "core/common/project/new_project.h"
#include "core/common/project/run_name.h"
#include "ui/shell/open_project.h"
#include "ui/shell/theme/theme.h"
#include "ui/start/proposal_card.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elided_combo.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace temper {

NewProjectPanel::NewProjectPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_parent(toText(homeFolder() / "Temper"))
    , m_title(makeLabel(LabelRole::Title))
    , m_purpose(makeLabel(LabelRole::Muted))
    , m_cancel(new QPushButton)
    , m_create(new QPushButton)
    , m_nameLabel(makeLabel(LabelRole::Muted))
    , m_name(new QLineEdit)
    , m_nameHint(new ElidedLabel(LabelRole::Faint))
    , m_changeParent(new QPushButton)
    , m_modelLabel(makeLabel(LabelRole::Muted))
    , m_models(new ElidedCombo)
    , m_modelHint(makeLabel(LabelRole::Faint))
    , m_browseModel(new QPushButton)
    , m_dataLabel(makeLabel(LabelRole::Muted))
    , m_data(new QLineEdit)
    , m_dataHint(makeLabel(LabelRole::Faint))
    , m_browseData(new QPushButton)
    , m_notice(new Notice(theme))
    , m_proposalCard(new ProposalCard(theme))
    , m_search(this)
    , m_measuring(this)
    , m_making(this)
{
    setAcceptDrops(true);
    m_create->setProperty("role", QLatin1String("primary"));
    auto* words = new QVBoxLayout;
    words->setSpacing(size::kGrid);
    words->addWidget(m_title);
    words->addWidget(m_purpose);
    auto* titleRow = new QHBoxLayout;
    titleRow->setSpacing(size::kSmallGap);
    titleRow->addLayout(words, 1);
    titleRow->addWidget(m_cancel);
    titleRow->addWidget(m_create);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(size::kGroupGap);
    cards->addWidget(makeForm(theme), 1);
    cards->addWidget(m_proposalCard, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kGap);
    layout->addLayout(titleRow);
    layout->addWidget(m_notice);
    layout->addLayout(cards);
    layout->addStretch(1);
    connectFields();
    retranslate();
}

QWidget* NewProjectPanel::makeForm(const Theme& theme)
{
    auto* card = new Card(theme);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(size::kGap);
    grid->setVerticalSpacing(size::kGrid);
    grid->setColumnStretch(1, 1);
    addRow(*grid, m_nameLabel, m_name, m_changeParent, m_nameHint);
    addRow(*grid, m_dataLabel, m_data, m_browseData, m_dataHint);
    addRow(*grid, m_modelLabel, m_models, m_browseModel, m_modelHint);
    m_models->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_models->setMinimumContentsLength(12);
    card->content()->addLayout(grid);
    card->content()->addStretch(1);
    return card;
}

void NewProjectPanel::addRow(QGridLayout& grid, QLabel* label, QWidget* field, QWidget* button, QLabel* hint)
{
    const int row = grid.count() == 0 ? 0 : grid.rowCount();
    label->setBuddy(field);
    hint->setWordWrap(hint != m_nameHint);
    grid.addWidget(label, row, 0);
    grid.addWidget(field, row, 1);
    grid.addWidget(button, row, 2);
    grid.addWidget(hint, row + 1, 1, 1, 2);
    grid.setRowMinimumHeight(row + 2, size::kSmallGap);
}

void NewProjectPanel::connectFields()
{
    auto* menu = new QMenu(this);
    menu->addAction(QString(), this, [this] { chooseModelFile(true); });
    menu->addAction(QString(), this, [this] { chooseModelFile(false); });
    m_browseModel->setMenu(menu);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_making.cancel();
        setBusy(false);
        Q_EMIT cancelled();
    });
    connect(new QShortcut(QKeySequence::Cancel, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
        &QShortcut::activated, m_cancel, &QPushButton::click);
    connect(m_create, &QPushButton::clicked, this, &NewProjectPanel::create);
    connect(m_name, &QLineEdit::textChanged, this, &NewProjectPanel::refresh);
    connect(m_name, &QLineEdit::returnPressed, m_create, &QPushButton::click);
    connect(m_changeParent, &QPushButton::clicked, this, &NewProjectPanel::chooseParent);
    connect(m_browseData, &QPushButton::clicked, this, &NewProjectPanel::chooseData);
    connect(m_data, &QLineEdit::editingFinished, this, &NewProjectPanel::measure);
    connect(m_models, &QComboBox::currentIndexChanged, this, &NewProjectPanel::measure);
}

void NewProjectPanel::begin()
{
    m_notice->hide();
    m_name->setText(tr("My project"));
    m_name->selectAll();
    m_data->clear();
    m_proposal.reset();
    m_proposalCard->showNothing();
    m_measuring.cancel();
    m_search.start([](const std::stop_token& stop) { return findModels(usualModelFolders(), stop); },
        [this](const std::vector<FoundModel>& models) { showModels(models); },
        [this](const Error& error) { m_notice->showError(error); });
    showModels({});
    m_name->setFocus();
    refresh();
}

void NewProjectPanel::setData(const QString& file)
{
    m_data->setText(QDir::toNativeSeparators(file));
    measure();
}

void NewProjectPanel::setModel(const QString& path)
{
    int place = m_models->findData(path);
    if (place < 0) {
        m_models->addItem(QString::fromStdString(modelNameOf(toPath(path))), path);
        place = m_models->count() - 1;
    }
    m_models->setCurrentIndex(place);
}

void NewProjectPanel::setParentFolder(const QString& folder)
{
    m_parent = folder;
    refresh();
}

// Keeps what the person chose while the search was going on.
void NewProjectPanel::showModels(const std::vector<FoundModel>& models)
{
    const QString chosen = model();
    const QSignalBlocker quiet(m_models);
    m_models->clear();
    m_models->addItem(tr("Choose later"), QString());
    for (const FoundModel& found : models)
        m_models->addItem(QString::fromStdString(found.name), toText(found.path));
    if (!chosen.isEmpty())
        setModel(chosen);
}

QString NewProjectPanel::model() const
{
    return m_models->currentData().toString();
}

QString NewProjectPanel::folder() const
{
    return QDir(m_parent).filePath(
        QString::fromStdString(folderName(m_name->text().trimmed().toStdString())));
}

void NewProjectPanel::chooseModelFile(bool folder)
{
    auto* dialog = new QFileDialog(this, folder ? tr("Choose a model's folder") : tr("Choose a GGUF file"),
        {}, folder ? QString() : tr("GGUF files (*.gguf);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &NewProjectPanel::setModel);
    dialog->open();
}

void NewProjectPanel::chooseData()
{
    auto* dialog = new QFileDialog(
        this, tr("Choose data"), {}, tr("Data (*.jsonl *.json *.csv *.tsv *.parquet *.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &NewProjectPanel::setData);
    dialog->open();
}

void NewProjectPanel::chooseParent()
{
    auto* dialog = new QFileDialog(this, tr("Where the project's folder is made"), m_parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &NewProjectPanel::setParentFolder);
    dialog->open();
}

void NewProjectPanel::measure()
{
    const QString file = m_data->text().trimmed();
    m_notice->hide();
    m_proposal.reset();
    refresh();
    if (file.isEmpty()) {
        m_measuring.cancel();
        m_proposalCard->showNothing();
        return;
    }
    m_proposalCard->showMeasuring();
    m_measuring.start(
        [data = toPath(file), model = toPath(model())](const std::stop_token& stop) {
            const ModelShape shape = model.empty() ? ModelShape() : readModelShape(model);
            return Measured { measureData(data, model, {}, stop), shape };
        },
        [this](const Measured& measured) {
            m_shape = measured.data;
            m_modelShape = measured.model;
            propose();
        },
        [this](const Error& error) {
            m_proposalCard->showNothing();
            m_notice->showError(error);
        });
}

void NewProjectPanel::propose()
{
    m_proposal = proposeRecipe(m_shape, m_modelShape);
    m_proposalCard->showProposal(*m_proposal, m_shape);
    refresh();
}

void NewProjectPanel::create()
{
    NewProject project;
    project.folder = toPath(folder());
    project.model = toPath(model());
    project.modelName = model().isEmpty() ? std::string() : m_models->currentText().toStdString();
    if (m_proposal) {
        const std::filesystem::path file = toPath(m_data->text().trimmed());
        const std::string name = folderName(toText(file.stem()).toStdString());
        project.sets = { { name, file } };
        project.recipe = m_proposal->recipe;
        project.recipe.dataset = { name };
    }
    setBusy(true);
    m_making.start(
        [project](const std::stop_token& stop) {
            makeProject(project, {}, stop);
            return toText(project.folder);
        },
        [this](const QString& folder) {
            setBusy(false);
            Q_EMIT made(folder, settings());
        },
        [this](const Error& error) {
            setBusy(false);
            m_notice->showError(error);
        });
}

Json NewProjectPanel::settings() const
{
    Json settings = Json::array();
    if (!m_proposal)
        return settings;
    for (const ProposedSetting& setting : m_proposal->settings)
        settings.push_back({ { "key", setting.key }, { "value", setting.value },
            { "reason", m_theme.chinese() ? setting.chinese : setting.english } });
    return settings;
}

void NewProjectPanel::setBusy(bool busy)
{
    m_isBusy = busy;
    refresh();
}

void NewProjectPanel::refresh()
{
    const bool isNamed = !m_name->text().trimmed().isEmpty();
    const bool dataIsKnown = m_data->text().trimmed().isEmpty() || m_proposal;
    m_create->setEnabled(isNamed && dataIsKnown && !m_isBusy);
    m_create->setText(m_isBusy ? tr("Making…") : tr("Create project"));
    m_nameHint->setFullText(QDir::toNativeSeparators(folder()));
    for (QWidget* field :
        QList<QWidget*> { m_name, m_changeParent, m_models, m_browseModel, m_data, m_browseData })
        field->setEnabled(!m_isBusy);
}

void NewProjectPanel::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().first().isLocalFile())
        event->acceptProposedAction();
}

// A folder or GGUF file is a model, everything else is data.
void NewProjectPanel::dropEvent(QDropEvent* event)
{
    const QString path = event->mimeData()->urls().first().toLocalFile();
    event->acceptProposedAction();
    if (QFileInfo(path).isDir() || path.endsWith(QLatin1String(".gguf"), Qt::CaseInsensitive))
        setModel(path);
    else
        setData(path);
}

void NewProjectPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void NewProjectPanel::retranslate()
{
    m_title->setText(tr("New project"));
    m_purpose->setText(tr("A name is enough to begin; data and model can also come later."));
    m_cancel->setText(tr("Cancel"));
    m_nameLabel->setText(tr("Name"));
    m_changeParent->setText(tr("Folder…"));
    m_modelLabel->setText(tr("Model"));
    m_modelHint->setText(tr(
        "Found on this machine, or a folder or GGUF file of your own; more can be got on the page Model."));
    m_browseModel->setText(tr("Browse"));
    m_browseModel->menu()->actions()[0]->setText(tr("Folder…"));
    m_browseModel->menu()->actions()[1]->setText(tr("GGUF file…"));
    m_models->setAccessibleName(tr("Model"));
    if (m_models->count() > 0)
        m_models->setItemText(0, tr("Choose later"));
    m_dataLabel->setText(tr("Data"));
    m_data->setPlaceholderText(tr("A file of rows; drop one here"));
    m_dataHint->setText(
        tr("JSON, JSONL, CSV, Parquet or text. It is copied into the project, the file stays as it is."));
    m_browseData->setText(tr("Browse…"));
    refresh();
}

} // namespace temper

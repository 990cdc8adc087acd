// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/example_gallery.h"

#include "core/common/base/os_paths.h"
#include "core/common/project/new_project.h"
#include "ui/shell/open_project.h"
#include "ui/shell/theme/theme.h"
#include "ui/start/example_card.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QFileDialog>
#include <QVBoxLayout>

namespace temper {

namespace {

// The model's own name, or one of its forms: "SmolLM2-135M-Instruct" also finds its Q4_1.
QString
placeOfModel(const std::string& name, const std::vector<ModelFolder>& folders, const std::stop_token& stop)
{
    const QString wanted = QString::fromStdString(name);
    for (const FoundModel& model : findModels(folders, stop)) {
        if (QString::fromStdString(model.name).contains(wanted, Qt::CaseInsensitive))
            return toText(model.path);
    }
    return {};
}

} // namespace

ExampleGallery::ExampleGallery(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_projects(toText(homeFolder() / "Temper"))
    , m_modelFolders(usualModelFolders())
    , m_title(makeLabel(LabelRole::Group))
    , m_notice(new Notice(theme))
    , m_column(new QVBoxLayout(this))
    , m_search(this)
    , m_making(this)
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(size::kGap);
    m_column->addWidget(m_title);
    m_column->addWidget(m_notice);
    try {
        m_files = std::make_unique<ExampleFiles>();
        for (const ExampleProject& example : m_files->examples())
            addCard(theme, example);
    } catch (const Error& error) {
        m_notice->showError(error);
    }
    m_column->addStretch(1);
    retranslate();
}

ExampleGallery::~ExampleGallery() = default;

void ExampleGallery::setPlaces(const QString& projects, const std::vector<ModelFolder>& models)
{
    m_projects = projects;
    m_modelFolders = models;
}

void ExampleGallery::addCard(const Theme& theme, const ExampleProject& example)
{
    auto* card = new ExampleCard(theme, example);
    if (m_cards.isEmpty())
        card->setPrimary();
    m_cards.append(card);
    m_column->addWidget(card);
    connect(card, &ExampleCard::makeAsked, this, [this, card] { lookForModel(*card); });
    connect(card, &ExampleCard::locateAsked, this, [this, card] { locateModel(*card); });
    connect(card, &ExampleCard::makeWithoutAsked, this, [this, card] { make(*card, {}); });
}

void ExampleGallery::lookForModel(ExampleCard& card)
{
    setBusy(true);
    m_notice->hide();
    m_search.start([name = card.example().model, folders = m_modelFolders](
                       const std::stop_token& stop) { return placeOfModel(name, folders, stop); },
        [this, &card](const QString& model) {
            setBusy(false);
            if (model.isEmpty())
                card.askForModel();
            else
                make(card, model);
        },
        [this](const Error& error) {
            setBusy(false);
            m_notice->showError(error);
        });
}

void ExampleGallery::locateModel(ExampleCard& card)
{
    const QString name = QString::fromStdString(card.example().model);
    auto* dialog
        = new QFileDialog(this, tr("Where %1 is").arg(name), {}, tr("GGUF files (*.gguf);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, &card](const QString& file) { make(card, file); });
    dialog->open();
}

void ExampleGallery::make(ExampleCard& card, const QString& model)
{
    setBusy(true);
    m_making.start(
        [example = card.example(), shipped = m_files->folder(), projects = toPath(m_projects), model](
            const std::stop_token& stop) {
            NewProject project = exampleProject(example, shipped);
            project.folder = freeProjectFolder(projects, example.name);
            project.model = toPath(model);
            makeProject(project, {}, stop);
            return toText(project.folder);
        },
        [this](const QString& folder) {
            setBusy(false);
            Q_EMIT made(folder);
        },
        [this](const Error& error) {
            setBusy(false);
            m_notice->showError(error);
        });
}

void ExampleGallery::setBusy(bool busy)
{
    for (ExampleCard* card : m_cards)
        card->setBusy(busy);
}

void ExampleGallery::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExampleGallery::retranslate()
{
    m_title->setText(tr("Examples to learn from"));
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_choice.h"

#include "core/common/base/os_paths.h"
#include "ui/shell/open_project.h"
#include "ui/shell/theme/theme.h"
#include "ui/task/engine_session.h"
#include "ui/widgets/engine_words.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/source_picker.h"
#include "ui/widgets/text_label.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace temper {

namespace {

constexpr std::uint64_t kTokenizerBytes = 6'000'000; // tokenizer and configuration beside the weights

std::uint64_t fileBytes(const std::filesystem::path& file)
{
    std::error_code missing;
    const std::uint64_t size = std::filesystem::file_size(file, missing);
    return missing ? 0 : size;
}

bool isOccupied(const std::filesystem::path& folder)
{
    std::error_code missing;
    if (!std::filesystem::exists(folder, missing))
        return false;
    return !std::filesystem::is_directory(folder, missing) || !std::filesystem::is_empty(folder, missing);
}

} // namespace

ExportChoice::ExportChoice(const Theme& theme, QWidget* parent)
    : Card(theme, parent)
    , m_sourceLabel(makeLabel(LabelRole::Group))
    , m_picker(new SourcePicker(SourcePicker::Kind::Tuned))
    , m_formLabel(makeLabel(LabelRole::Group))
    , m_adapter(new QRadioButton)
    , m_adapterSize(makeLabel(LabelRole::Muted))
    , m_adapterWords(makeLabel(LabelRole::Muted))
    , m_merged(new QRadioButton)
    , m_mergedSize(makeLabel(LabelRole::Muted))
    , m_mergedWords(makeLabel(LabelRole::Muted))
    , m_typeLabel(makeLabel(LabelRole::Group))
    , m_type(new QComboBox)
    , m_folderLabel(makeLabel(LabelRole::Group))
    , m_folder(new QLineEdit)
    , m_browse(new QPushButton)
    , m_room(makeLabel(LabelRole::Small))
    , m_measuring(this)
{
    content()->setSpacing(size::kSmallGap);
    addField(m_sourceLabel, m_picker);
    content()->addSpacing(size::kSmallGap);
    content()->addWidget(m_formLabel);
    content()->addWidget(makeChoice(m_adapter, m_adapterSize, m_adapterWords));
    content()->addWidget(makeChoice(m_merged, m_mergedSize, m_mergedWords));
    content()->addSpacing(size::kSmallGap);
    addField(m_typeLabel, m_type);
    content()->addSpacing(size::kSmallGap);
    addField(m_folderLabel, makeTarget());
    m_room->setWordWrap(true);
    content()->addWidget(m_room);
    auto* forms = new QButtonGroup(this); // they stand in different widgets
    forms->addButton(m_adapter);
    forms->addButton(m_merged);
    m_adapter->setChecked(true);
    for (const char* type : { "", "float32", "bfloat16", "float16" })
        m_type->addItem(QString(), QLatin1String(type));
    connect(m_picker, &SourcePicker::sourceChosen, this, &ExportChoice::choose);
    connect(m_picker, &SourcePicker::failed, this, &ExportChoice::failed);
    connect(m_merged, &QRadioButton::toggled, this, &ExportChoice::proposeFolder);
    connect(m_type, &QComboBox::currentIndexChanged, this, &ExportChoice::showSizes);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportChoice::measure);
    connect(m_browse, &QPushButton::clicked, this, &ExportChoice::chooseFolder);
    retranslate();
}

QWidget* ExportChoice::makeChoice(QRadioButton* button, QLabel* size, QLabel* explanation)
{
    explanation->setWordWrap(true);
    explanation->setContentsMargins(size::kWideGap, 0, 0, 0);
    auto* choice = new QWidget;
    auto* layout = new QVBoxLayout(choice);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->addWidget(button, 1);
    row->addWidget(size);
    layout->addLayout(row);
    layout->addWidget(explanation);
    return choice;
}

QWidget* ExportChoice::makeTarget()
{
    auto* target = new QWidget;
    auto* row = new QHBoxLayout(target);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kSmallGap);
    row->addWidget(m_folder, 1);
    row->addWidget(m_browse);
    return target;
}

void ExportChoice::addField(QLabel* label, QWidget* field)
{
    label->setBuddy(field);
    content()->addWidget(label);
    content()->addWidget(field);
}

void ExportChoice::setProject(const std::filesystem::path& project)
{
    m_project = project;
    m_asked.clear();
    m_parameters = 0;
    m_picker->setSource({});
    m_folder->clear();
    showSizes();
}

void ExportChoice::setSources(const QList<AnswerSource>& runs)
{
    QList<AnswerSource> adapters;
    for (const AnswerSource& run : runs)
        if (!run.adapters.empty())
            adapters.append(run);
    m_picker->setSources({}, adapters);
    if (m_picker->source().model.empty() && !adapters.isEmpty())
        choose(AnswerSource(adapters.first()));
}

void ExportChoice::choose(const AnswerSource& source)
{
    m_picker->setSource(source);
    askModel();
    proposeFolder();
}

void ExportChoice::chooseForm(ExportForm form)
{
    (form == ExportForm::Merged ? m_merged : m_adapter)->setChecked(true);
}

void ExportChoice::proposeFolder()
{
    if (m_picker->source().adapters.empty())
        return showSizes();
    const QString folder
        = QDir::toNativeSeparators(toText(newExportFolder(m_project, m_picker->source(), form())));
    m_folder->setText(folder);
    measure();
}

void ExportChoice::askModel()
{
    const std::filesystem::path model = m_picker->source().model;
    if (model == m_asked || model.empty() || !m_engine)
        return;
    m_asked = model;
    m_parameters = 0;
    EngineReply* reply
        = m_engine->call(QStringLiteral("model.info"), { { "model", toText(model).toStdString() } });
    connect(reply, &EngineReply::succeeded, this, [this, model](const Json& info) {
        if (model != m_asked)
            return;
        m_parameters = info.value("parameters", std::int64_t { 0 });
        m_modelType = model.extension() == ".gguf" ? "F32" : info.value("dtype", "F32");
        showSizes();
    });
    connect(reply, &EngineReply::failed, this, [this](const Error& error) {
        m_asked.clear();
        Q_EMIT failed(EngineWords::error(error));
    });
}

void ExportChoice::measure()
{
    m_measuring.start(
        [adapters = m_picker->source().adapters, folder = order().folder](const std::stop_token&) {
            Sizes sizes;
            if (!adapters.empty())
                for (const char* name : { "adapter_model.safetensors", "adapter_config.json" })
                    sizes.adapter += fileBytes(adapters.back() / name);
            sizes.occupied = isOccupied(folder);
            sizes.freeDisk = freeDiskBytes(folder);
            return sizes;
        },
        [this](const Sizes& sizes) {
            m_sizes = sizes;
            showSizes();
        },
        [this](const Error& error) { Q_EMIT failed(EngineWords::error(error)); });
}

ExportForm ExportChoice::form() const
{
    return m_merged->isChecked() ? ExportForm::Merged : ExportForm::Adapter;
}

std::uint64_t ExportChoice::mergedBytes() const
{
    const std::string chosen = m_type->currentData().toString().toStdString();
    const std::string& type = chosen.empty() ? m_modelType : chosen;
    const std::uint64_t width = type == "float32" || type == "F32" ? 4 : 2;
    return m_parameters > 0 ? static_cast<std::uint64_t>(m_parameters) * width + kTokenizerBytes : 0;
}

std::uint64_t ExportChoice::neededBytes() const
{
    return form() == ExportForm::Merged ? mergedBytes() : m_sizes.adapter;
}

ExportOrder ExportChoice::order() const
{
    ExportOrder order;
    order.project = m_project;
    order.form = form();
    order.source = m_picker->source();
    order.folder = toPath(QDir::fromNativeSeparators(m_folder->text().trimmed()));
    if (order.form == ExportForm::Merged)
        order.numberType = m_type->currentData().toString().toStdString();
    return order;
}

QString ExportChoice::obstacle() const
{
    if (m_picker->source().adapters.empty())
        return tr("Choose a finished run, a checkpoint or an adapter folder.");
    if (!order().folder.is_absolute())
        return tr("Name a folder to write to.");
    if (m_sizes.occupied)
        return tr("This folder holds something already. Name a new or empty one.");
    if (neededBytes() > m_sizes.freeDisk)
        return tr("There is not enough room: about %1 are needed, %2 are free.")
            .arg(NumberText::bytes(static_cast<double>(neededBytes())),
                NumberText::bytes(static_cast<double>(m_sizes.freeDisk)));
    return {};
}

void ExportChoice::showSizes()
{
    const bool chosen = !m_picker->source().adapters.empty();
    const bool merged = form() == ExportForm::Merged;
    m_adapterSize->setText(chosen ? NumberText::bytes(static_cast<double>(m_sizes.adapter)) : QString());
    m_mergedSize->setText(chosen && mergedBytes() > 0
            ? tr("about %1").arg(NumberText::bytes(static_cast<double>(mergedBytes())))
            : QString());
    m_typeLabel->setVisible(merged);
    m_type->setVisible(merged);
    const QString obstacle = this->obstacle();
    const QString room = NumberText::bytes(static_cast<double>(m_sizes.freeDisk));
    const QString needed = NumberText::bytes(static_cast<double>(neededBytes()));
    m_room->setText(!obstacle.isEmpty() ? obstacle
            : neededBytes() == 0        ? tr("%1 are free on that disk.").arg(room)
                                        : tr("Writes about %1; %2 are free on that disk.").arg(needed, room));
    setLabelRole(*m_room, chosen && !obstacle.isEmpty() ? LabelRole::Bad : LabelRole::Small);
    Q_EMIT changed();
}

void ExportChoice::chooseFolder()
{
    const std::filesystem::path proposed = order().folder;
    auto* dialog = new QFileDialog(window(), tr("Export to"), toText(proposed.parent_path()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setLabelText(QFileDialog::FileName, tr("Name of the folder:"));
    dialog->selectFile(toText(proposed.filename()));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString& folder) { m_folder->setText(QDir::toNativeSeparators(folder)); });
    dialog->open();
}

void ExportChoice::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExportChoice::retranslate()
{
    setTitle(tr("New export"));
    m_sourceLabel->setText(tr("What"));
    m_picker->setAccessibleName(tr("What to export"));
    m_formLabel->setText(tr("Form"));
    m_adapter->setText(tr("Adapter (PEFT folder)"));
    m_adapterWords->setText(tr("What was learned alone: small, and used on top of the base model."));
    m_merged->setText(tr("Merged model (Hugging Face folder)"));
    m_mergedWords->setText(tr("One model that stands alone, with its tokenizer and chat template."));
    m_typeLabel->setText(tr("Number type of the weights"));
    m_type->setAccessibleName(m_typeLabel->text());
    m_type->setItemText(0, tr("As the model has it"));
    m_type->setItemText(1, tr("float32: exact, the largest"));
    m_type->setItemText(2, tr("bfloat16: half the size, usual for models"));
    m_type->setItemText(3, tr("float16: half the size, for older programs"));
    m_folderLabel->setText(tr("Where to"));
    m_folder->setAccessibleName(tr("Where to"));
    m_browse->setText(tr("Choose…"));
    showSizes();
}

} // namespace temper

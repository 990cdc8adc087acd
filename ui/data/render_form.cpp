// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/render_form.h"

#include "core/common/recipe/recipe_samples.h"
#include "core/common/text/chat_template.h"
#include "ui/shell/open_project.h"
#include "ui/shell/theme/tokens.h"
#include "ui/widgets/elided_combo.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QSpinBox>

#include <algorithm>

namespace temper {

namespace {
constexpr int kLeastField = 120;
constexpr int kCutoffStep = 256;
constexpr int kGreatestCutoff = 1'048'576;

RenderSettings settingsOf(const Recipe& recipe)
{
    const SampleOptions options = sampleOptionsOf(recipe);
    return { recipe.modelNameOrPath, recipe.templateName, options.lossOn, options.cutoffLength };
}

} // namespace

RenderForm::RenderForm(QWidget* parent)
    : QWidget(parent)
    , m_model(new ElidedCombo)
    , m_template(new ElidedCombo)
    , m_cutoff(new QSpinBox)
    , m_loss(new ElidedCombo)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(size::kGap);
    grid->setVerticalSpacing(size::kGrid);
    m_modelLabel = addRow(grid, 0, m_model);
    m_templateLabel = addRow(grid, 1, m_template);
    m_cutoffLabel = addRow(grid, 2, m_cutoff);
    m_lossLabel = addRow(grid, 3, m_loss);
    grid->setColumnStretch(1, 1);
    m_cutoff->setRange(0, kGreatestCutoff);
    m_cutoff->setSingleStep(kCutoffStep);
    m_cutoff->setKeyboardTracking(false);
    m_cutoff->setGroupSeparatorShown(true);
    m_cutoff->setLocale(QLocale::English);
    retranslate();
    m_cutoff->setValue(static_cast<int>(m_settings.cutoffLength));
    connect(m_model, &QComboBox::activated, this, &RenderForm::modelPicked);
    connect(m_template, &QComboBox::activated, this, &RenderForm::apply);
    connect(m_loss, &QComboBox::activated, this, &RenderForm::apply);
    connect(m_cutoff, &QSpinBox::valueChanged, this, &RenderForm::apply);
}

QLabel* RenderForm::addRow(QGridLayout* grid, int row, QWidget* field)
{
    QLabel* label = makeLabel(LabelRole::Muted);
    label->setBuddy(field);
    field->setMinimumWidth(kLeastField);
    if (auto* combo = qobject_cast<QComboBox*>(field))
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    grid->addWidget(label, row, 0);
    grid->addWidget(field, row, 1);
    return label;
}

void RenderForm::setModels(const QList<ModelChoice>& models)
{
    const auto chosen = m_settings.model;
    QList<ModelChoice> all = models;
    const bool listed
        = std::any_of(all.begin(), all.end(), [&](const ModelChoice& model) { return model.path == chosen; });
    if (m_chosenByHand && !listed)
        all.prepend({ toText(chosen.stem()), chosen });
    m_models = all;
    if (!m_chosenByHand)
        m_settings.model = all.isEmpty() ? std::filesystem::path() : all.first().path;
    fillModels();
    if (m_settings.model != chosen)
        Q_EMIT changed();
}

void RenderForm::chooseModel(const std::filesystem::path& model)
{
    m_chosenByHand = true;
    const bool listed = std::any_of(
        m_models.begin(), m_models.end(), [&](const ModelChoice& each) { return each.path == model; });
    if (!listed)
        m_models.prepend({ toText(model.stem()), model });
    m_settings.model = model;
    fillModels();
    Q_EMIT changed();
}

void RenderForm::follow(const Recipe& nextRun)
{
    const RenderSettings told = settingsOf(nextRun);
    if (told == m_nextRun)
        return;
    m_nextRun = told;
    RenderSettings settings = told;
    if (settings.model.empty())
        settings.model = m_settings.model;
    else
        m_chosenByHand = true;
    if (settings == m_settings)
        return;
    showSettings(settings);
    setModels(m_models);
    Q_EMIT changed();
}

void RenderForm::forget()
{
    m_chosenByHand = false;
    m_nextRun = {};
    m_models.clear();
    showSettings({});
    fillModels();
}

void RenderForm::showSettings(const RenderSettings& settings)
{
    m_settings = settings;
    const QSignalBlocker quiet(m_cutoff);
    m_cutoff->setValue(static_cast<int>(settings.cutoffLength));
    fillWords();
}

QString RenderForm::modelName() const
{
    for (const ModelChoice& model : m_models) {
        if (model.path == m_settings.model)
            return model.name;
    }
    return {};
}

void RenderForm::fillModels()
{
    m_model->clear();
    if (m_settings.model.empty())
        m_model->addItem(tr("None chosen"));
    for (const ModelChoice& model : m_models) {
        m_model->addItem(model.name, toText(model.path));
        m_model->setItemData(
            m_model->count() - 1, QDir::toNativeSeparators(toText(model.path)), Qt::ToolTipRole);
        if (model.path == m_settings.model)
            m_model->setCurrentIndex(m_model->count() - 1);
    }
    m_model->insertSeparator(m_model->count());
    m_model->addItem(tr("Choose a folder…"));
    m_model->addItem(tr("Choose a GGUF file…"));
    m_model->setToolTip(QDir::toNativeSeparators(toText(m_settings.model)));
}

void RenderForm::modelPicked(int index)
{
    const int last = m_model->count() - 1;
    const QString path = m_model->itemData(index).toString();
    if (index == last || index == last - 1)
        browse(index == last ? ModelForm::File : ModelForm::Folder);
    else if (!path.isEmpty())
        return chooseModel(toPath(path));
    fillModels();
}

void RenderForm::openModelList()
{
    m_model->setFocus(Qt::OtherFocusReason);
    m_model->showPopup();
}

void RenderForm::browse(ModelForm form)
{
    const bool folder = form == ModelForm::Folder;
    auto* dialog = new QFileDialog(this, folder ? tr("Choose a model folder") : tr("Choose a GGUF file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    if (folder)
        dialog->setOption(QFileDialog::ShowDirsOnly);
    else
        dialog->setNameFilter(tr("GGUF models (*.gguf)"));
    connect(
        dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { chooseModel(toPath(path)); });
    dialog->open();
}

void RenderForm::apply()
{
    RenderSettings settings = m_settings;
    settings.chatTemplate = m_template->currentData().toString().toStdString();
    settings.cutoffLength = static_cast<std::size_t>(m_cutoff->value());
    settings.lossOn = static_cast<LossOn>(m_loss->currentData().toInt());
    if (settings == m_settings)
        return;
    m_settings = settings;
    Q_EMIT changed();
}

void RenderForm::fillWords()
{
    m_template->clear();
    m_template->addItem(tr("The model's own"), QString());
    for (const std::string& name : chatTemplateNames())
        m_template->addItem(QString::fromStdString(name), QString::fromStdString(name));
    const QString chosen = QString::fromStdString(m_settings.chatTemplate);
    if (m_template->findData(chosen) < 0) // a file, or one of the model's further templates
        m_template->addItem(toText(toPath(chosen).filename()), chosen);
    m_template->setCurrentIndex(m_template->findData(chosen));
    m_loss->clear();
    m_loss->addItem(tr("Answers"), static_cast<int>(LossOn::Answers));
    m_loss->addItem(tr("Last answer only"), static_cast<int>(LossOn::LastAnswer));
    m_loss->addItem(tr("Everything"), static_cast<int>(LossOn::Everything));
    m_loss->setCurrentIndex(m_loss->findData(static_cast<int>(m_settings.lossOn)));
}

void RenderForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RenderForm::retranslate()
{
    m_modelLabel->setText(tr("Model"));
    m_templateLabel->setText(tr("Template"));
    m_cutoffLabel->setText(tr("Cutoff"));
    m_lossLabel->setText(tr("Loss on"));
    m_model->setAccessibleName(tr("Model whose tokenizer and chat template are used"));
    m_template->setAccessibleName(tr("Chat template"));
    m_cutoff->setAccessibleName(tr("Cutoff length in tokens"));
    m_loss->setAccessibleName(tr("Where loss is taken"));
    m_cutoff->setSuffix(tr(" tokens"));
    m_cutoff->setSpecialValueText(tr("no limit"));
    m_cutoff->setToolTip(tr("Rows longer than this are cut at their end; 0 sets no limit."));
    m_template->setToolTip(tr("The form in which turns are written for the model."));
    m_loss->setToolTip(tr("Which tokens the model learns to write; the others are only read."));
    fillModels();
    fillWords();
}

} // namespace temper

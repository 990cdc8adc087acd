// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/train_page.h"

#include "core/common/base/error.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/base/text_file.h"
#include "core/common/recipe/recipe_value.h"
#include "ui/shell/theme/theme.h"
#include "ui/shell/workbench.h"
#include "ui/train/desk_words.h"
#include "ui/train/draft_desk.h"
#include "ui/train/estimate_panel.h"
#include "ui/train/key_row.h"
#include "ui/train/key_words.h"
#include "ui/train/preset_list.h"
#include "ui/train/recipe_form.h"
#include "ui/train/run_launcher.h"
#include "ui/train/train_dialogs.h"
#include "ui/train/train_header.h"
#include "ui/widgets/notice.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>

namespace temper {

namespace {

QString recipeIn(const QMimeData& data)
{
    for (const QUrl& url : data.urls()) {
        const QString file = url.toLocalFile();
        if (file.endsWith(QLatin1String(".yaml"), Qt::CaseInsensitive)
            || file.endsWith(QLatin1String(".yml"), Qt::CaseInsensitive))
            return file;
    }
    return {};
}

} // namespace

TrainPage::TrainPage(Theme& theme, QWidget* parent)
    : Page(parent)
    , m_desk(new DraftDesk(this))
    , m_header(new TrainHeader)
    , m_notice(new Notice(theme))
    , m_presets(new PresetList(theme))
    , m_search(new QLineEdit)
    , m_all(new QPushButton)
    , m_form(new RecipeForm(theme))
    , m_panel(new EstimatePanel(theme))
    , m_launcher(new RunLauncher(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::kPageMargin, size::kPageMargin, size::kGrid, 0);
    column->setSpacing(size::kGap);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(0, 0, size::kGap, 0);
    top->addWidget(m_header);
    top->addWidget(m_notice);
    column->addLayout(top);
    column->addWidget(makeBody(), 1);
    setAcceptDrops(true);
    setFocusProxy(m_form->row("model_name_or_path")->editor()->focusProxy());
    connectDesk();
    connectForm();
    connectActions();
    retranslate();
}

TrainPage::~TrainPage() = default;

QWidget* TrainPage::makeBody()
{
    m_all->setCheckable(true);
    m_all->setProperty("role", QLatin1String("toggle"));
    m_search->setClearButtonEnabled(true);
    m_search->setObjectName(QStringLiteral("search"));
    auto* filter = new QHBoxLayout;
    filter->setContentsMargins(0, 0, size::kSmallGap + 10, 0); // to the cards below, beside their scroll bar
    filter->setSpacing(size::kSmallGap);
    filter->addWidget(m_search, 1);
    filter->addWidget(m_all);
    auto* middle = new QVBoxLayout;
    middle->setSpacing(size::kSmallGap);
    middle->addLayout(filter);
    middle->addWidget(m_form, 1);
    auto* body = new QWidget;
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kGroupGap);
    row->addWidget(m_presets);
    row->addLayout(middle, 1);
    row->addWidget(m_panel);
    return body;
}

void TrainPage::connectDesk()
{
    connect(m_desk, &DraftDesk::draftChanged, this, &TrainPage::showDraft);
    connect(m_desk, &DraftDesk::checked, this, &TrainPage::showCheck);
    connect(m_desk, &DraftDesk::estimateChanged, this, &TrainPage::showFigures);
    connect(m_desk, &DraftDesk::choicesChanged, this, [this] { m_form->setOffers(m_desk->choices()); });
    connect(m_desk, &DraftDesk::failed, m_notice, &Notice::showError);
    connect(m_launcher, &RunLauncher::failed, this, [this](const Error& error) {
        m_notice->showError(error);
        showFigures();
    });
    connect(m_launcher, &RunLauncher::launched, this, [this](const QStringList& ids) {
        showFigures();
        if (m_afterLaunch == AfterLaunch::ShowRuns && m_workbench)
            m_workbench->show(PageId::Runs, { { "run", ids.value(0).toStdString() } });
        else
            Q_EMIT statusChanged(ids.size() == 1 ? tr("1 run was put into the queue")
                                                 : tr("%1 runs were put into the queue").arg(ids.size()));
    });
}

void TrainPage::connectForm()
{
    connect(m_form, &RecipeForm::edited, this, &TrainPage::edit);
    connect(m_form, &RecipeForm::finished, this, &TrainPage::endField);
    connect(m_form, &RecipeForm::resetAsked, this, [this](const QString& key) {
        m_desk->change(withoutText(draft(), *findRecipeKey(key.toStdString())));
    });
    connect(m_form, &RecipeForm::removeOtherAsked, this,
        [this](int index) { m_desk->change(withoutOther(draft(), static_cast<std::size_t>(index))); });
    connect(m_form, &RecipeForm::useOtherAsked, this, [this](int index, const QString& key) {
        m_desk->change(
            withOtherAs(draft(), static_cast<std::size_t>(index), *findRecipeKey(key.toStdString())));
    });
    connect(m_form, &RecipeForm::undoAsked, m_desk, &DraftDesk::undo);
    connect(m_form, &RecipeForm::redoAsked, m_desk, &DraftDesk::redo);
    connect(m_panel, &EstimatePanel::jumpAsked, this,
        [this](const QString& key) { m_form->jumpTo(key.toStdString()); });
    connect(m_panel, &EstimatePanel::leverChosen, this, &TrainPage::useLever);
    connect(m_search, &QLineEdit::textChanged, m_form, &RecipeForm::setSearch);
    connect(m_all, &QPushButton::toggled, this,
        [this](bool all) { m_form->setView(all ? FormView::All : FormView::Simple); });
    auto* find = new QShortcut(QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_search, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
}

void TrainPage::connectActions()
{
    connect(m_header, &TrainHeader::openAsked, this, [this] {
        TrainDialogs::openRecipe(
            this, toText(m_desk->project()), [this](const QString& file) { openRecipe(file); });
    });
    connect(m_header, &TrainHeader::saveAsked, this, [this] {
        const QString name = draft().file.empty() ? QStringLiteral("recipe.yaml") : toText(draft().file);
        TrainDialogs::saveRecipe(
            this, toText(m_desk->project()), name, [this](const QString& file) { saveRecipe(file); });
    });
    connect(m_header, &TrainHeader::startAsked, this, [this] {
        m_afterLaunch = AfterLaunch::ShowRuns;
        launch();
    });
    connect(m_header, &TrainHeader::queueAsked, this, [this] {
        m_afterLaunch = AfterLaunch::Stay;
        launch();
    });
    connect(m_presets, &PresetList::methodAsked, this, &TrainPage::applyMethod);
    connect(m_presets, &PresetList::presetAsked, this, &TrainPage::applyPreset);
    connect(m_presets, &PresetList::saveAsked, this,
        [this] { TrainDialogs::namePreset(this, [this](const QString& name) { saveAsPreset(name); }); });
    connect(m_presets, &PresetList::removeAsked, this, [this](const Preset& preset) {
        removePreset(preset);
        m_presets->setOwnPresets(ownPresets());
    });
}

QString TrainPage::title() const
{
    return tr("Train");
}

QString TrainPage::iconName() const
{
    return QStringLiteral("train");
}

void TrainPage::setProject(const OpenProject& project)
{
    m_notice->hide();
    m_presets->setOwnPresets(ownPresets());
    m_desk->open(project.folder);
}

void TrainPage::closeProject()
{
    m_notice->hide();
    m_desk->close();
}

void TrainPage::setWorkbench(Workbench& workbench)
{
    m_workbench = &workbench;
    m_desk->setEngine(workbench.engine());
}

const RecipeDraft& TrainPage::draft() const
{
    return m_desk->draft();
}

void TrainPage::receive(const Json& what)
{
    m_desk->whenOpened([this, what] {
        if (what.contains("recipe"))
            openRecipe(QString::fromStdString(what["recipe"].get<std::string>()));
        if (what.contains("key"))
            m_form->jumpTo(what["key"].get<std::string>());
        else
            m_desk->take(what);
    });
}

QList<Place> TrainPage::places() const
{
    QList<Place> places;
    for (const RecipeKey& key : recipeKeys())
        places.append({ tr("Settings"), KeyWords::title(key), KeyWords::sentence(key),
            { { "key", std::string(key.name) } } });
    return places;
}

void TrainPage::openRecipe(const QString& file)
{
    try {
        const std::filesystem::path path = toPath(file);
        RecipeDraft opened = readDraft(readTextFile(path), utf8FromPath(path.filename()), path.parent_path());
        opened.file = path;
        m_notice->hide();
        m_desk->begin(std::move(opened));
    } catch (const Error& error) {
        m_notice->showError(error);
    }
}

void TrainPage::saveRecipe(const QString& file)
{
    try {
        const std::filesystem::path path = toPath(file);
        const std::string text = draftYaml(movedDraft(draft(), path.parent_path()), KeyWords::isChinese());
        writeFileAtomically(path, text);
        m_desk->noteFile(path, text);
        m_notice->hide();
        Q_EMIT statusChanged(tr("Saved %1").arg(QDir::toNativeSeparators(file)));
    } catch (const Error& error) {
        m_notice->showError(error);
    }
}

void TrainPage::showDraft()
{
    m_form->setDraft(draft());
    m_presets->setMethod(QString::fromStdString(draftText(draft(), *findRecipeKey("finetuning_type"))));
    m_header->setStartable(false); // until it is checked
}

void TrainPage::showCheck()
{
    m_form->setCheck(m_desk->check());
    m_header->setRuns(m_desk->check().runs);
    if (m_workbench)
        m_workbench->noteNextRun(m_desk->check().recipe);
    showFigures();
}

void TrainPage::showFigures()
{
    m_panel->setState(DeskWords::panelState(*m_desk));
    m_header->setStartable(m_desk->isReady() && !m_launcher->isBusy());
    m_header->setLine(DeskWords::headline(*m_desk));
}

void TrainPage::edit(const QString& key, const QString& text)
{
    const std::string name = key.toStdString();
    m_desk->change(withText(draft(), *findRecipeKey(name), text.toStdString()), name);
}

void TrainPage::useLever(const EstimateLever& lever)
{
    RecipeDraft changed = draft();
    for (const auto& [key, value] : lever.changes)
        changed = withText(std::move(changed), *findRecipeKey(key.toStdString()), value.toStdString());
    m_desk->change(std::move(changed));
}

// A field that was left empty has its default again.
void TrainPage::endField(const QString& key)
{
    const RecipeKey& left = *findRecipeKey(key.toStdString());
    if (draftText(draft(), left).empty())
        m_desk->change(withoutText(draft(), left), key.toStdString());
    m_desk->endTyping();
    m_form->setDraft(draft());
}

void TrainPage::applyMethod(const QString& method)
{
    const RecipeDraft preset = shippedPreset(method.toStdString());
    const RecipeKey& key = *findRecipeKey("finetuning_type");
    m_desk->change(
        preset.texts.empty() ? withText(draft(), key, method.toStdString()) : withPreset(draft(), preset));
}

void TrainPage::applyPreset(const Preset& preset)
{
    try {
        m_desk->change(withPreset(draft(), readPreset(preset)));
        m_notice->hide();
    } catch (const Error& error) {
        m_notice->showError(error);
    }
}

void TrainPage::saveAsPreset(const QString& name)
{
    try {
        savePreset(name, draft());
        m_notice->hide();
        m_presets->setOwnPresets(ownPresets());
    } catch (const Error& error) {
        m_notice->showError(error);
    }
}

void TrainPage::launch()
{
    if (!m_desk->isReady() || m_launcher->isBusy())
        return;
    m_notice->hide();
    m_launcher->launch(m_desk->project(), draft());
    m_header->setStartable(false);
}

bool TrainPage::event(QEvent* event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    auto* key = isKey ? static_cast<QKeyEvent*>(event) : nullptr;
    const bool undo = key && key->matches(QKeySequence::Undo);
    if (!undo && !(key && key->matches(QKeySequence::Redo)))
        return Page::event(event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        undo ? m_desk->undo() : m_desk->redo();
    return true;
}

void TrainPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (!recipeIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void TrainPage::dropEvent(QDropEvent* event)
{
    const QString file = recipeIn(*event->mimeData());
    if (file.isEmpty())
        return;
    event->acceptProposedAction();
    openRecipe(file);
}

void TrainPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_desk->readChoices();
}

void TrainPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrainPage::retranslate()
{
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setAccessibleName(tr("Find a setting"));
    m_all->setText(tr("All settings"));
    m_all->setToolTip(tr("Shows every setting instead of those most runs need."));
    if (m_desk->isOpen())
        showFigures();
}

} // namespace temper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/draft_desk.h"

#include "core/common/base/text_file.h"
#include "core/common/recipe/recipe_value.h"
#include "ui/shell/open_project.h"
#include "ui/train/kept_draft.h"
#include "ui/train/presets.h"
#include "ui/widgets/engine_words.h"

#include <algorithm>
#include <utility>

namespace temper {

namespace {

constexpr int kKeepMilliseconds = 600;

void takeYoungestSet(RecipeDraft& draft, const ProjectChoices& choices)
{
    const auto youngest = std::ranges::max_element(choices.datasets, {}, &DatasetEntry::created);
    if (youngest != choices.datasets.end())
        draft.texts["dataset"] = youngest->name;
}

void takeModelSeenLast(RecipeDraft& draft, const ProjectChoices& choices)
{
    if (!choices.models.empty() && !choices.models.front().places.empty())
        draft.texts["model_name_or_path"]
            = utf8FromPath(choices.folder / pathFromUtf8(choices.models.front().places.front()));
}

// LoRA on what the project has.
RecipeDraft firstDraft(const ProjectChoices& choices)
{
    RecipeDraft draft = withPreset({}, shippedPreset("lora"));
    draft.folder = choices.folder;
    takeYoungestSet(draft, choices);
    takeModelSeenLast(draft, choices);
    return draft;
}

// The recipe that a project brings, as an example's does; else what the project has.
RecipeDraft projectsDraft(const ProjectChoices& choices)
{
    const std::filesystem::path file = choices.folder / "recipe.yaml";
    std::error_code missing;
    if (!std::filesystem::is_regular_file(file, missing))
        return firstDraft(choices);
    RecipeDraft draft = readDraft(readTextFile(file), "recipe.yaml", choices.folder);
    draft.file = file;
    return draft;
}

// The project's first set and first model go where nothing was chosen while there was nothing to choose.
RecipeDraft withFirstChoices(RecipeDraft draft, const ProjectChoices& before, const ProjectChoices& now)
{
    if (before.datasets.empty() && draftText(draft, *findRecipeKey("dataset")).empty())
        takeYoungestSet(draft, now);
    if (before.models.empty() && draftText(draft, *findRecipeKey("model_name_or_path")).empty())
        takeModelSeenLast(draft, now);
    return draft;
}

// The engine looks for files: the project's sets by name become theirs.
void nameSetFiles(std::vector<std::string>& entries, const ProjectChoices& choices)
{
    for (std::string& entry : entries) {
        const auto set = std::ranges::find(choices.datasets, entry, &DatasetEntry::name);
        if (set != choices.datasets.end())
            entry = utf8FromPath(choices.folder / pathFromUtf8(set->file));
    }
}

} // namespace

DraftDesk::DraftDesk(QObject* parent)
    : QObject(parent)
    , m_estimator(this)
    , m_opening(this)
    , m_choosing(this)
    , m_checking(this)
{
    m_writing.setMaxThreadCount(1);
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(kKeepMilliseconds);
    connect(&m_keeping, &QTimer::timeout, this, &DraftDesk::keep);
    connect(&m_estimator, &Estimator::started, this, [this] {
        m_isEstimateOld = true;
        Q_EMIT estimateChanged();
    });
    connect(&m_estimator, &Estimator::estimated, this, [this](const Estimate& estimate) {
        m_estimate = estimate;
        m_isEstimateOld = false;
        m_estimateFailure.clear();
        Q_EMIT estimateChanged();
    });
    connect(&m_estimator, &Estimator::failed, this, [this](const Error& error) {
        m_estimate.reset();
        m_isEstimateOld = false;
        m_estimateFailure = EngineWords::error(error);
        Q_EMIT estimateChanged();
    });
}

DraftDesk::~DraftDesk()
{
    close();
    m_writing.waitForDone();
}

void DraftDesk::open(const std::filesystem::path& project)
{
    close();
    m_project = project;
    m_opening.start(
        [project](const std::stop_token&) -> Opening {
            const ProjectChoices choices = readProjectChoices(project);
            const auto kept = keptDraft(project);
            return { choices, kept ? withFirstChoices(*kept, {}, choices) : projectsDraft(choices) };
        },
        [this](const Opening& opening) {
            m_choices = opening.choices;
            Q_EMIT choicesChanged();
            m_history.restart(opening.draft);
            m_isRead = true;
            Q_EMIT draftChanged();
            startCheck();
            for (const auto& act : std::exchange(m_waiting, {}))
                act();
        },
        [this](const Error& error) { Q_EMIT failed(error); });
}

void DraftDesk::close()
{
    if (m_keeping.isActive())
        keep();
    m_keeping.stop();
    m_opening.cancel();
    m_choosing.cancel();
    m_checking.cancel();
    m_estimator.cancel();
    m_project.clear();
    m_isRead = false;
    m_waiting.clear();
    m_choices = {};
    m_check = {};
    m_isChecked = false;
    m_estimate.reset();
    m_isEstimateOld = false;
    m_estimateFailure.clear();
    m_history.restart({});
}

void DraftDesk::whenOpened(const std::function<void()>& act)
{
    if (m_isRead)
        act();
    else
        m_waiting.push_back(act);
}

bool DraftDesk::isReady() const
{
    const bool refused = m_estimate && !m_isEstimateOld && !m_estimate->ready;
    return isOpen() && m_isChecked && m_check.isReady() && !refused;
}

void DraftDesk::begin(RecipeDraft draft)
{
    m_history.push(std::move(draft));
    tellChange();
}

void DraftDesk::change(RecipeDraft draft, const std::string& typedIn)
{
    const RecipeDraft& now = m_history.current();
    if (draft.texts == now.texts && draft.others.size() == now.others.size() && draft.reasons == now.reasons)
        return;
    m_history.push(std::move(draft), typedIn);
    tellChange();
}

void DraftDesk::take(const Json& sent)
{
    RecipeDraft next = draft();
    const auto put = [&](const char* name, const char* key) {
        if (sent.contains(name))
            next = withText(std::move(next), *findRecipeKey(key), sent[name].get<std::string>());
    };
    put("dataset", "dataset");
    put("model", "model_name_or_path");
    for (const Json& setting : sent.value("settings", Json::array())) {
        const RecipeKey* key = findRecipeKey(setting.value("key", std::string()));
        if (!key)
            continue;
        next = withText(std::move(next), *key, setting.value("value", std::string()));
        next.reasons[std::string(key->name)] = setting.value("reason", std::string());
    }
    change(std::move(next));
}

void DraftDesk::tellChange()
{
    Q_EMIT draftChanged();
    startCheck();
    m_keeping.start();
}

void DraftDesk::noteFile(const std::filesystem::path& file, const std::string& text)
{
    RecipeDraft draft = m_history.current();
    draft.file = file;
    draft.source = text;
    m_history.replaceCurrent(std::move(draft));
    m_keeping.start();
}

void DraftDesk::undo()
{
    if (!m_history.canUndo())
        return;
    m_history.undo();
    tellChange();
}

void DraftDesk::redo()
{
    if (!m_history.canRedo())
        return;
    m_history.redo();
    tellChange();
}

void DraftDesk::readChoices()
{
    if (!m_isRead)
        return;
    m_choosing.start([project = m_project](const std::stop_token&) { return readProjectChoices(project); },
        [this](const ProjectChoices& choices) {
            const ProjectChoices before = std::exchange(m_choices, choices);
            Q_EMIT choicesChanged();
            startCheck();
            change(withFirstChoices(draft(), before, m_choices));
        },
        [this](const Error& error) { Q_EMIT failed(error); });
}

void DraftDesk::startCheck()
{
    m_isChecked = false;
    m_checking.start(
        [draft = draft(), choices = m_choices](const std::stop_token&) { return checkDraft(draft, choices); },
        [this](const DraftCheck& check) { takeCheck(check); },
        [this](const Error& error) { Q_EMIT failed(error); });
}

void DraftDesk::takeCheck(const DraftCheck& check)
{
    m_check = check;
    m_isChecked = true;
    if (check.isReady()) {
        Recipe recipe = check.recipe;
        nameSetFiles(recipe.dataset, m_choices);
        nameSetFiles(recipe.evalDataset, m_choices);
        m_estimator.ask(recipe, m_project);
    } else {
        m_estimator.cancel();
        m_isEstimateOld = m_estimate.has_value();
        m_estimateFailure.clear();
    }
    Q_EMIT checked();
}

void DraftDesk::keep()
{
    m_writing.start([this, project = m_project, draft = draft()] {
        try {
            keepDraft(project, draft);
        } catch (const Error& error) {
            QMetaObject::invokeMethod(
                this, [this, error] { Q_EMIT failed(error); }, Qt::QueuedConnection);
        }
    });
}

} // namespace temper

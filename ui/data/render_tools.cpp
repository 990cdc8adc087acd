// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/render_tools.h"

#include "core/common/base/error.h"
#include "core/common/project/model_library.h"
#include "core/common/recipe/recipe_reader.h"
#include "core/common/text/chat_template_choice.h"
#include "ui/shell/open_project.h"

#include <algorithm>

namespace temper {

namespace {

constexpr std::size_t kRunsAsked = 20;

void addPlace(QList<ModelChoice>& models,
    const std::filesystem::path& project,
    std::filesystem::path place,
    const std::string& name)
{
    if (place.is_relative())
        place = project / place;
    std::error_code code;
    const bool known = std::any_of(models.begin(), models.end(),
        [&](const ModelChoice& model) { return std::filesystem::equivalent(model.path, place, code); });
    if (!known && std::filesystem::exists(place, code))
        models.append({ name.empty() ? toText(place.stem()) : QString::fromStdString(name), place });
}

} // namespace

SampleMaker RenderTools::maker(SampleDetail detail) const
{
    SampleOptions options;
    options.cutoffLength = settings.cutoffLength;
    options.lossOn = settings.lossOn;
    options.detail = detail;
    return { tokenizer, chatTemplate, options };
}

std::shared_ptr<const RenderTools> loadRenderTools(const RenderSettings& settings)
{
    auto tools = std::make_shared<RenderTools>();
    tools->settings = settings;
    tools->tokenizer = loadTokenizer(settings.model);
    tools->chatTemplate = chooseChatTemplate(settings.chatTemplate, tools->tokenizer.get());
    return tools;
}

QList<ModelChoice> projectModels(const std::filesystem::path& project)
{
    QList<ModelChoice> models;
    const Project opened = Project::open(project, ProjectAccess::ReadOnly);
    for (const LibraryModel& model : libraryModels(opened)) {
        if (model.presence != ModelPresence::Missing)
            models.append({ QString::fromStdString(model.entry.name), model.place });
    }
    std::size_t asked = 0;
    for (const RunSummary& summary : listRuns(project / "runs")) {
        if (++asked > kRunsAsked)
            break;
        try {
            const Recipe recipe = readRecipeFile(summary.run.recipeFile()).recipe;
            if (!recipe.modelNameOrPath.empty())
                addPlace(models, project, recipe.modelNameOrPath, {});
        } catch (const Error&) {
            continue; // a broken recipe names no model
        }
    }
    return models;
}

} // namespace temper

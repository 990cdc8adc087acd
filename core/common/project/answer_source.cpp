// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/answer_source.h"

#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/base/progress.h"
#include "core/common/project/checkpoint_folder.h"
#include "core/common/project/project.h"
#include "core/common/project/run_notes.h"
#include "core/common/recipe/recipe_reader.h"
#include "core/common/recipe/recipe_value.h"

#include <algorithm>
#include <optional>

namespace temper {

namespace fs = std::filesystem;

namespace {

bool isAdapter(const fs::path& folder)
{
    std::error_code missing;
    return fs::is_regular_file(folder / "adapter_config.json", missing)
        && fs::is_regular_file(folder / "adapter_model.safetensors", missing);
}

bool isThere(const fs::path& path)
{
    std::error_code missing;
    return fs::exists(path, missing);
}

std::optional<Recipe> recipeOf(const RunFolder& run)
{
    try {
        return readRecipeFile(run.recipeFile()).recipe;
    } catch (const Error&) {
        return std::nullopt;
    }
}

std::vector<fs::path> earlierAdapters(const Recipe& recipe)
{
    std::vector<fs::path> adapters;
    if (recipe.finetuningType == FinetuningType::Lora && recipe.adapterNameOrPath.size() > 1)
        for (std::size_t i = 0; i + 1 < recipe.adapterNameOrPath.size(); ++i)
            adapters.push_back(pathFromUtf8(recipe.adapterNameOrPath[i]));
    return adapters;
}

void addAdapter(const AnswerSource& base,
    const fs::path& folder,
    std::int64_t step,
    std::vector<AnswerSource>& sources)
{
    if (!isAdapter(folder))
        return;
    AnswerSource source = base;
    source.adapters.push_back(folder);
    source.step = step;
    sources.push_back(std::move(source));
}

void addRun(const RunSummary& summary, std::vector<AnswerSource>& sources)
{
    const std::optional<Recipe> recipe = recipeOf(summary.run);
    if (!recipe)
        return;
    const std::string renamed = readRunNotes(summary.run).name;
    const std::string& name = renamed.empty() ? summary.info.name : renamed;
    AnswerSource base { name, recipe->modelNameOrPath, earlierAdapters(*recipe), summary.run.id(), 0 };
    addAdapter(base, summary.run.adapterFolder(), 0, sources);
    const fs::path whole = summary.run.folder() / "model";
    if (isThere(whole / "config.json"))
        sources.push_back({ name, whole, {}, summary.run.id(), 0 });
    std::vector<CheckpointPlace> checkpoints = completeCheckpoints(summary.run.checkpointsFolder());
    std::ranges::reverse(checkpoints);
    for (const CheckpointPlace& checkpoint : checkpoints)
        addAdapter(base, checkpoint.folder, checkpoint.step, sources);
}

void addModel(const fs::path& model, std::vector<AnswerSource>& sources)
{
    const bool known = std::ranges::any_of(sources, [&](const AnswerSource& s) { return s.model == model; });
    if (!known && !model.empty() && isThere(model))
        sources.push_back(plainSource(model));
}

} // namespace

AnswerSource plainSource(const fs::path& model)
{
    AnswerSource source;
    fs::path name = model.has_filename() ? model : model.parent_path();
    if (name.extension() == ".gguf")
        name.replace_extension();
    source.name = utf8FromPath(name.filename());
    source.model = model;
    return source;
}

AnswerSource adapterSource(const fs::path& model, const fs::path& adapter)
{
    if (!isAdapter(adapter))
        throw Error(ErrorKind::Input, "this folder holds no adapter.", utf8FromPath(adapter),
            "Choose a folder with adapter_config.json and adapter_model.safetensors.");
    fs::path base = model;
    if (base.empty()) {
        const Json config = readJsonFile(adapter / "adapter_config.json");
        const auto named = config.find("base_model_name_or_path");
        if (named != config.end() && named->is_string())
            base = pathFromUtf8(named->get<std::string>());
        if (base.empty() || !isThere(base))
            throw Error(ErrorKind::Input, "the model this adapter belongs to is not in its place.",
                utf8FromPath(adapter), "Choose the model first, then the adapter.");
    }
    const fs::path name = adapter.has_filename() ? adapter : adapter.parent_path();
    return { utf8FromPath(name.filename()), base, { adapter }, {}, 0 };
}

std::vector<AnswerSource> runSources(const fs::path& project, const std::stop_token& stop)
{
    std::vector<AnswerSource> sources;
    for (const RunSummary& summary : listRuns(project / "runs")) {
        throwIfStopped(stop);
        addRun(summary, sources);
    }
    return sources;
}

std::vector<AnswerSource> modelSources(const fs::path& project, const std::stop_token& stop)
{
    std::vector<AnswerSource> sources;
    for (const ModelEntry& model : Project::open(project, ProjectAccess::ReadOnly).models()) {
        for (const std::string& place : model.places) {
            const fs::path path = project / pathFromUtf8(place);
            if (isThere(path)) {
                addModel(path, sources);
                break;
            }
        }
    }
    for (const RunSummary& summary : listRuns(project / "runs")) {
        throwIfStopped(stop);
        if (const std::optional<Recipe> recipe = recipeOf(summary.run))
            addModel(recipe->modelNameOrPath, sources);
    }
    return sources;
}

} // namespace temper

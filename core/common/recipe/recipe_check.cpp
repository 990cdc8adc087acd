// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe_check.h"

#include "core/common/base/error.h"
#include "core/common/recipe/recipe_paths.h"
#include "core/common/recipe/recipe_value.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

namespace temper {
namespace {

using Problems = std::vector<RecipeProblem>;

bool exists(const std::string& path)
{
    std::error_code unreadable;
    return std::filesystem::exists(pathFromUtf8(path), unreadable);
}

void checkModel(const Recipe& recipe, Problems& problems)
{
    const std::string model = utf8FromPath(recipe.modelNameOrPath);
    if (model.empty())
        problems.push_back({ "model_name_or_path", "model_name_or_path is missing.",
            "Add a line \"model_name_or_path: FOLDER\" with a model's folder or .gguf file." });
    else if (!exists(model))
        problems.push_back({ "model_name_or_path",
            fmt::format("model_name_or_path: there is no folder or file \"{}\".", model),
            "Models are loaded from this machine; give the folder in which the model lies." });
    for (const std::string& adapter : recipe.adapterNameOrPath) {
        if (!exists(adapter))
            problems.push_back({ "adapter_name_or_path",
                fmt::format("adapter_name_or_path: there is no folder \"{}\".", adapter),
                "Give the folder of an adapter." });
    }
    if (!recipe.adapterNameOrPath.empty() && recipe.finetuningType != FinetuningType::Lora)
        problems.push_back(
            { "adapter_name_or_path", "adapter_name_or_path goes only with finetuning_type: lora.",
                "Merge the adapter into the model first, or train with lora." });
}

void checkMethod(const Recipe& recipe, Problems& problems)
{
    if (recipe.finetuningType == FinetuningType::Lora && recipe.loraTarget.empty()
        && recipe.additionalTarget.empty())
        problems.push_back({ "lora_target", "lora_target is empty, so that nothing would be trained.",
            "Write lora_target: all." });
    const bool freezesAll = recipe.freezeTrainableLayers == 0 && recipe.freezeExtraModules.empty();
    if (recipe.finetuningType == FinetuningType::Freeze && freezesAll)
        problems.push_back({ "freeze_trainable_layers", "freeze_trainable_layers: 0 trains nothing.",
            "Give a number of layers, or freeze_extra_modules." });
}

void checkDataFiles(const std::string& key, const std::vector<std::string>& entries, Problems& problems)
{
    for (const std::string& entry : entries) {
        if (looksLikeDataFile(entry) && !exists(entry))
            problems.push_back({ key, fmt::format("{}: there is no file \"{}\".", key, entry),
                "Relative paths begin at dataset_dir, at the recipe's folder or at the current folder." });
    }
}

void checkMix(const Recipe& recipe, Problems& problems)
{
    const std::vector<double>& weights = recipe.interleaveProbs;
    if (recipe.mixStrategy == MixStrategy::Concat || weights.empty())
        return;
    if (weights.size() != recipe.dataset.size())
        problems.push_back({ "interleave_probs",
            fmt::format(
                "interleave_probs has {} weights for {} data sets.", weights.size(), recipe.dataset.size()),
            "Give one weight for each entry of dataset." });
    else if (std::accumulate(weights.begin(), weights.end(), 0.0) <= 0)
        problems.push_back(
            { "interleave_probs", "interleave_probs: all weights are 0, so that no row would be drawn.",
                "Give at least one weight above 0." });
}

void checkData(const Recipe& recipe, Problems& problems)
{
    if (recipe.dataset.empty())
        problems.push_back(
            { "dataset", "dataset is missing.", "Add a line \"dataset: FILE\" with the data to train on." });
    checkDataFiles("dataset", recipe.dataset, problems);
    if (recipe.trainOnPrompt && recipe.maskHistory)
        problems.push_back({ "mask_history", "mask_history and train_on_prompt contradict each other.",
            "Turn one of them off." });
    checkMix(recipe, problems);
}

void checkEvaluation(const Recipe& recipe, Problems& problems)
{
    checkDataFiles("eval_dataset", recipe.evalDataset, problems);
    if (recipe.valSize >= 1 && recipe.valSize != std::floor(recipe.valSize))
        problems.push_back({ "val_size",
            fmt::format("val_size: {} is neither a part below 1 nor a whole number of rows.",
                numberText(recipe.valSize)),
            "" });
    if (recipe.valSize > 0 && !recipe.evalDataset.empty())
        problems.push_back({ "val_size", "val_size and eval_dataset are both given.", "Keep one of them." });
    const bool measured = hasEvaluationSet(recipe) && recipe.evalStrategy != Interval::Never;
    const std::string remedy
        = hasEvaluationSet(recipe) ? "Set eval_strategy to steps or epoch." : "Add val_size or eval_dataset.";
    if (recipe.earlyStoppingPatience > 0 && !measured)
        problems.push_back({ "early_stopping_patience",
            "early_stopping_patience needs evaluations, and there are none.", remedy });
    if (recipe.loadBestModelAtEnd && !measured)
        problems.push_back({ "load_best_model_at_end",
            "load_best_model_at_end needs evaluations, and there are none.", remedy });
}

// One reason why a given key does nothing; empty where it does something.
std::string whyWithoutEffect(const RecipeKey& key, const Recipe& recipe)
{
    const std::string_view name = key.name;
    const auto valueOf = [&](std::string_view other) { return keyValueText(*findRecipeKey(other), recipe); };
    if (!keyApplies(key, recipe))
        return key.methods != kAnyMethod ? "with finetuning_type: " + valueOf("finetuning_type")
                                         : "with stage: " + valueOf("stage");
    if (!hasEvaluationSet(recipe) && (name == "eval_steps" || name == "per_device_eval_batch_size"))
        return "without val_size or eval_dataset";
    if (name == "eval_steps" && recipe.evalStrategy != Interval::Steps)
        return "with eval_strategy: " + valueOf("eval_strategy");
    if (name == "save_steps" && recipe.saveStrategy != Interval::Steps)
        return "with save_strategy: " + valueOf("save_strategy");
    if (name == "interleave_probs" && recipe.mixStrategy == MixStrategy::Concat)
        return "with mix_strategy: concat";
    if (name == "lr_min_ratio" && recipe.lrSchedulerType != ScheduleType::CosineWithMinimum)
        return "without lr_scheduler_type: cosine_with_min_lr";
    if ((name == "warmup_ratio" || name == "warmup_steps")
        && recipe.lrSchedulerType == ScheduleType::Constant)
        return "with lr_scheduler_type: constant; constant_with_warmup has a warm-up";
    if (name == "warmup_ratio" && recipe.warmupSteps > 0)
        return "because warmup_steps is given";
    if (name == "num_train_epochs" && recipe.maxSteps > 0)
        return "because max_steps is given";
    if (name.starts_with("adam_") && recipe.optim == OptimizerType::Sgd)
        return "with optim: sgd";
    if (name.starts_with("probe_") && name != "probe_prompts" && recipe.probePrompts.empty())
        return "without probe_prompts";
    return {};
}

} // namespace

std::vector<RecipeProblem> recipeProblems(const Recipe& recipe)
{
    Problems problems;
    checkModel(recipe, problems);
    checkMethod(recipe, problems);
    checkData(recipe, problems);
    checkEvaluation(recipe, problems);
    return problems;
}

std::vector<RecipeHint> hintsByKey(const ReadRecipe& read)
{
    std::vector<RecipeHint> hints;
    for (const RecipeKey& key : recipeKeys()) {
        const std::string name(key.name);
        if (!read.places.contains(name) || keyHasDefault(key, read.recipe))
            continue;
        if (const std::string reason = whyWithoutEffect(key, read.recipe); !reason.empty())
            hints.push_back({ name, fmt::format("{} has no effect {}.", name, reason) });
    }
    return hints;
}

std::vector<std::string> recipeHints(const ReadRecipe& read)
{
    std::vector<std::string> hints;
    for (const RecipeHint& hint : hintsByKey(read))
        hints.push_back(fmt::format("{}: {}", read.places.at(hint.key), hint.sentence));
    return hints;
}

void checkRecipe(const ReadRecipe& read)
{
    const std::vector<RecipeProblem> problems = recipeProblems(read.recipe);
    if (problems.empty())
        return;
    const RecipeProblem& first = problems.front();
    const auto place = read.places.find(first.key);
    throw Error(ErrorKind::Input, first.sentence, place == read.places.end() ? read.subject : place->second,
        first.remedy);
}

} // namespace temper

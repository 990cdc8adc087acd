// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/resume.h"

#include "core/common/base/error.h"
#include "core/common/file/model_files.h"
#include "core/common/file/model_hash.h"
#include "core/common/project/checkpoint_folder.h"
#include "core/common/recipe/recipe_changes.h"
#include "core/common/recipe/recipe_reader.h"
#include "core/engine/device/compute.h"

#include <c10/core/ScalarType.h>

namespace temper {

namespace {

std::string nameOf(const CheckpointPlace& place)
{
    return "the checkpoint " + place.folder.filename().string();
}

std::optional<TrainerState> readableState(const CheckpointPlace& place,
    const std::function<void(const std::string&)>& warn)
{
    try {
        return readCheckpointState(place.folder);
    } catch (const Error& error) {
        warn(nameOf(place) + " was passed over: " + error.what());
        return std::nullopt;
    }
}

void requireSameRecipe(const RunFolder& run, const Recipe& now)
{
    if (std::error_code missing; !std::filesystem::is_regular_file(run.recipeFile(), missing))
        return;
    std::string changes;
    for (const std::string& change : recipeChanges(readRecipeFile(run.recipeFile()).recipe, now))
        changes += (changes.empty() ? "" : ", ") + change;
    if (!changes.empty())
        throw Error(ErrorKind::Input, "the recipe is not the one that the run began with: " + changes + ".",
            run.folder().string(), "Go back to the former values, or start a new run.");
}

} // namespace

std::string computeTypeName(const Recipe& recipe)
{
    return computeTypeOf(recipe.bf16) == at::kFloat ? "float32" : "bfloat16";
}

void requireSameRun(const RunFolder& run, const Recipe& recipe, std::int64_t threads)
{
    requireSameRecipe(run, recipe);
    const RunInfo info = run.readInfo();
    const auto require = [&](const std::string& what, const std::string& then, const std::string& now) {
        if (then != now)
            throw Error(ErrorKind::Input,
                "the run began with " + what + " " + then + " and would go on with " + now + ".",
                run.folder().string(),
                "Go back to the former value, or start a new run: other sums give other losses.");
    };
    if (info.threads > 0)
        require("threads:", std::to_string(info.threads), std::to_string(threads));
    if (!info.dataType.empty())
        require("products in", info.dataType, computeTypeName(recipe));
    requireSameModel(info, modelHash(ModelFiles(recipe.modelNameOrPath)));
}

std::optional<TrainerState> restoreNewest(const RunFolder& run,
    const TrainerState& now,
    const Trainable& trainable,
    Optimizer& optimizer,
    const std::function<void(const std::string&)>& warn)
{
    for (const CheckpointPlace& place : damagedCheckpoints(run.checkpointsFolder()))
        warn(nameOf(place) + " is damaged and was passed over.");
    std::vector<CheckpointPlace> places = completeCheckpoints(run.checkpointsFolder());
    for (; !places.empty(); places.pop_back()) {
        const CheckpointPlace& place = places.back();
        const std::optional<TrainerState> state = readableState(place, warn);
        if (!state)
            continue;
        requireSameCircumstances(*state, now, place.folder);
        try {
            restoreCheckpoint(place.folder, trainable, optimizer);
            return state;
        } catch (const Error& error) {
            // Without an earlier one the weights are half restored, and a start from nothing would hide what
            // was lost.
            if (places.size() == 1)
                throw;
            warn(nameOf(place) + " was passed over: " + error.what());
        }
    }
    return std::nullopt;
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/checkpoint.h"

#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/project/checkpoint_folder.h"

#include <ATen/ATen.h>

namespace temper {

namespace {

constexpr const char* kParametersFile = "parameters.safetensors";
constexpr const char* kOptimizerFile = "optimizer.safetensors";
constexpr const char* kStateFile = "state.json";

Json toJson(const TrainerState& state)
{
    Json json { { "step", state.step }, { "passes", state.passes }, { "best_step", state.bestStep },
        { "weighted_loss", state.sums.weightedLoss }, { "tokens", state.sums.tokens },
        { "supervised_tokens", state.sums.supervisedTokens },
        { "evaluations_without_gain", state.evaluationsWithoutGain }, { "threads", state.threads },
        { "compute_type", state.computeType }, { "recipe_hash", state.recipeHash },
        { "data_hash", state.dataHash } };
    if (state.bestLoss)
        json["best_loss"] = *state.bestLoss;
    return json;
}

TrainerState fromJson(const Json& json, const std::string& subject)
{
    try {
        TrainerState state;
        state.step = json.at("step");
        state.passes = json.at("passes");
        state.bestStep = json.at("best_step");
        state.sums.weightedLoss = json.at("weighted_loss");
        state.sums.tokens = json.at("tokens");
        state.sums.supervisedTokens = json.at("supervised_tokens");
        state.evaluationsWithoutGain = json.at("evaluations_without_gain");
        state.threads = json.at("threads");
        state.computeType = json.at("compute_type");
        state.recipeHash = json.at("recipe_hash");
        state.dataHash = json.at("data_hash");
        if (json.contains("best_loss"))
            state.bestLoss = json["best_loss"].get<double>();
        return state;
    } catch (const Json::exception&) {
        throw Error(
            ErrorKind::Input, "is not a checkpoint's state.", subject, "Remove this checkpoint's folder.");
    }
}

void requireSame(const std::string& what,
    const std::string& then,
    const std::string& now,
    const std::string& subject)
{
    if (then != now)
        throw Error(ErrorKind::Input, what + " (" + then + ") is another one now (" + now + ").", subject,
            "Go back to the former value, or start a new run: other sums would give other losses.");
}

std::vector<NamedTensor> tensorsOf(const Trainable& trainable)
{
    std::vector<NamedTensor> tensors;
    for (const NamedParameter& parameter : trainable.parameters)
        tensors.push_back({ parameter.name, parameter.tensor });
    return tensors;
}

} // namespace

std::filesystem::path saveCheckpoint(const RunFolder& run,
    const TrainerState& state,
    const Trainable& trainable,
    const Optimizer& optimizer)
{
    CheckpointWriter writer(run.checkpointsFolder(), state.step);
    if (trainable.adapter)
        saveAdapter(*trainable.adapter, writer.folder());
    else
        saveTensors(writer.folder() / kParametersFile, tensorsOf(trainable));
    saveTensors(writer.folder() / kOptimizerFile, optimizer.state());
    writeFileAtomically(writer.folder() / kStateFile, toJson(state).dump(2) + "\n");
    return writer.commit();
}

void restoreParameters(const std::filesystem::path& folder, const Trainable& trainable)
{
    const at::NoGradGuard noGrad;
    if (trainable.adapter) {
        fillAdapter(*trainable.adapter, folder / "adapter_model.safetensors");
        return;
    }
    const std::filesystem::path file = folder / kParametersFile;
    std::map<std::string, at::Tensor> saved;
    for (const NamedTensor& tensor : readTensors(file))
        saved[tensor.name] = tensor.tensor;
    for (const NamedParameter& parameter : trainable.parameters) {
        const auto found = saved.find(parameter.name);
        if (found == saved.end() || found->second.sizes() != parameter.tensor.sizes())
            throw Error(ErrorKind::Input,
                "the tensor " + parameter.name + " is missing or has another shape.", file.string(),
                "The checkpoint does not belong to this recipe.");
        at::Tensor target = parameter.tensor;
        target.copy_(found->second);
    }
}

TrainerState readCheckpointState(const std::filesystem::path& folder)
{
    const std::filesystem::path file = folder / kStateFile;
    return fromJson(readJsonFile(file), file.string());
}

void requireSameCircumstances(const TrainerState& then,
    const TrainerState& now,
    const std::filesystem::path& folder)
{
    if (then.recipeHash != now.recipeHash)
        throw Error(ErrorKind::Input, "the recipe has changed since this checkpoint.", folder.string(),
            "Go back to the former values, or start a new run.");
    if (then.dataHash != now.dataHash)
        throw Error(ErrorKind::Input, "the rows have changed since this checkpoint.", folder.string(),
            "Start a new run: this one's data was damaged.");
    requireSame("the number of threads of this checkpoint", std::to_string(then.threads),
        std::to_string(now.threads), folder.string());
    requireSame(
        "the type of the products of this checkpoint", then.computeType, now.computeType, folder.string());
}

void restoreCheckpoint(const std::filesystem::path& folder, const Trainable& trainable, Optimizer& optimizer)
{
    restoreParameters(folder, trainable);
    optimizer.restore(readTensors(folder / kOptimizerFile), (folder / kOptimizerFile).string());
}

} // namespace temper

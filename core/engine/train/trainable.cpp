// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/trainable.h"

#include "core/common/base/error.h"
#include "core/engine/adapter/lora.h"

#include <ATen/ATen.h>
#include <algorithm>

namespace temper {

namespace {

Json targetsOf(const Recipe& recipe)
{
    const auto& targets = recipe.loraTarget;
    if (std::find(targets.begin(), targets.end(), "all") != targets.end())
        return "all-linear";
    return targets;
}

std::unique_ptr<Adapter> newAdapter(LanguageModel& model, const Recipe& recipe)
{
    LoraSettings settings;
    settings.rank = recipe.loraRank;
    settings.alpha = effectiveLoraAlpha(recipe);
    settings.dropout = recipe.loraDropout;
    settings.rankStabilised = recipe.useRslora;
    settings.targets = targetsOf(recipe);
    settings.baseModel = model.path.string();
    // PEFT wants names, so that its own model finds the same matrices.
    if (settings.targets == "all-linear") {
        settings.targets = Json::array();
        for (const Linear* linear : model.decoder->linears()) {
            const std::string name = linear->name().substr(linear->name().rfind('.') + 1);
            if (std::find(settings.targets.begin(), settings.targets.end(), name) == settings.targets.end())
                settings.targets.push_back(name);
        }
    }
    const Json config = Json::parse(loraConfig(settings).dump());
    return buildAdapter(*model.decoder, config, "lora_target", static_cast<std::uint64_t>(recipe.seed));
}

std::unique_ptr<Adapter> chooseAdapter(LanguageModel& model, const Recipe& recipe)
{
    const auto& folders = recipe.adapterNameOrPath;
    for (std::size_t i = 0; i + 1 < folders.size(); ++i)
        loadAdapter(*model.decoder, folders[i])->merge(*model.decoder);
    return folders.empty() ? newAdapter(model, recipe) : loadAdapter(*model.decoder, folders.back());
}

bool namesModule(const std::string& parameter, const std::string& module)
{
    return ("." + parameter + ".").find("." + module + ".") != std::string::npos;
}

bool inTrainedLayers(const std::string& name, std::int64_t count, std::int64_t layers)
{
    const std::int64_t layer = layerOf(name);
    if (layer < 0)
        return false;
    return count >= 0 ? layer >= layers - count : layer < -count;
}

void checkFreeze(LanguageModel& model, const Recipe& recipe)
{
    const auto parameters = model.decoder->parameters();
    for (const std::string& module : recipe.freezeExtraModules)
        if (std::none_of(parameters.begin(), parameters.end(),
                [&](const NamedParameter& p) { return namesModule(p.name, module); }))
            throw Error(ErrorKind::Input, "the model has no module \"" + module + "\".", "freeze_extra_modules",
                "Use names such as embed_tokens, lm_head, norm.");
}

bool chosen(const std::string& name, const Recipe& recipe, std::int64_t layers)
{
    if (recipe.finetuningType == FinetuningType::Full)
        return true;
    const auto& extra = recipe.freezeExtraModules;
    return inTrainedLayers(name, recipe.freezeTrainableLayers, layers)
        || std::any_of(extra.begin(), extra.end(), [&](const auto& module) { return namesModule(name, module); });
}

} // namespace

std::int64_t Trainable::count() const
{
    std::int64_t total = 0;
    for (const NamedParameter& parameter : parameters)
        total += parameter.tensor.numel();
    return total;
}

Trainable chooseTrainable(LanguageModel& model, const Recipe& recipe)
{
    Trainable trainable;
    if (recipe.finetuningType == FinetuningType::Lora) {
        trainable.adapter = chooseAdapter(model, recipe);
        trainable.parameters = trainable.adapter->parameters();
        for (NamedParameter& parameter : trainable.parameters)
            parameter.tensor.requires_grad_(true);
        return trainable;
    }
    for (const auto& folder : recipe.adapterNameOrPath)
        loadAdapter(*model.decoder, folder)->merge(*model.decoder);
    checkFreeze(model, recipe);
    for (NamedParameter& parameter : model.decoder->parameters()) {
        if (!chosen(parameter.name, recipe, model.decoder->options().layers))
            continue;
        // Mapped weights are read-only and float16 is too coarse to be updated: training works on a copy.
        parameter.tensor = parameter.tensor.detach().to(at::kFloat, false, true).requires_grad_(true);
        parameter.replace(parameter.tensor);
        trainable.parameters.push_back(parameter);
    }
    return trainable;
}

} // namespace temper

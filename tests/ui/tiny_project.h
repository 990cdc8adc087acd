// SPDX-License-Identifier: GPL-3.0-or-later
// A project whose runs really train: the tiny reference model and its rows.
#pragma once

#include "core/common/link/events.h"
#include "core/common/project/project.h"
#include "core/common/recipe/recipe.h"

#include <QString>

namespace temper {

inline Project makeTinyProject(const QString& folder)
{
    const std::filesystem::path place = std::filesystem::path(folder.toStdString()) / "project";
    const std::filesystem::path reference = TEMPER_SOURCE_DIR "/tests/reference/engine";
    Project project = Project::create(place);
    std::filesystem::copy(reference / "tiny-llama", place / "model");
    std::filesystem::copy(reference / "rows.jsonl", place / "rows.jsonl");
    return project;
}

inline Recipe tinyRecipe(const Project& project, std::int64_t steps)
{
    Recipe recipe;
    recipe.modelNameOrPath = (project.folder() / "model").string();
    recipe.dataset = { (project.folder() / "rows.jsonl").string() };
    recipe.learningRate = 0.001;
    recipe.threads = 1;
    recipe.maxSteps = steps;
    recipe.perDeviceTrainBatchSize = 4;
    return recipe;
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// A run from its recipe to its end, in a folder of its own.
#pragma once

#include "core/common/recipe/recipe_reader.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace temper {

enum class RunStart { Fresh, Resume };

struct TrainRequest {
    ReadRecipe recipe;
    std::filesystem::path run; // made if needed
    std::filesystem::path project = {}; // whose sets the recipe may name; empty: that of the run
    RunStart start = RunStart::Fresh;
    std::function<void(const std::string&)> onText; // lines for the person at the terminal; may be empty
    std::stop_token stop = {}; // as control's stop: ends the run at the next safe point
};

// Blocks until the run has ended or was stopped. Whatever fails once the run has its folder is written to the run's events
// and thrown as an Error. Resuming a run that never took a step starts it.
// Results: run/adapter (PEFT) for adapters, run/model (HF folder) for full and freeze; run/checkpoints.
void trainRun(const TrainRequest& request);

} // namespace temper

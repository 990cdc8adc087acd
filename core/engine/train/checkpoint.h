// SPDX-License-Identifier: Apache-2.0
// Everything the next step of a run depends on, saved so that a resumed run continues bit for bit.
#pragma once

#include "core/common/project/run_folder.h"
#include "core/engine/train/optimizer.h"
#include "core/engine/train/trainable.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace temper {

// Sums over the steps since the last step event.
struct LossSums {
    double weightedLoss = 0.0; // Σ loss · supervised tokens
    std::int64_t tokens = 0;
    std::int64_t supervisedTokens = 0;
};

struct TrainerState {
    std::int64_t step = 0; // whole optimizer steps done
    std::uint64_t passes = 0; // forward passes done: the counter of dropout
    LossSums sums;
    std::optional<double> bestLoss; // lowest evaluation loss
    std::int64_t bestStep = 0;
    std::int64_t evaluationsWithoutGain = 0;
    std::int64_t threads = 0;
    std::string computeType;
    std::string recipeHash;
    std::string dataHash;
};

// Writes the checkpoint of state.step; returns its folder. With an adapter the folder is a PEFT folder too.
std::filesystem::path saveCheckpoint(const RunFolder& run,
    const TrainerState& state,
    const Trainable& trainable,
    const Optimizer& optimizer);

// state.json of a checkpoint. Throws Error(Input) where it is damaged.
TrainerState readCheckpointState(const std::filesystem::path& folder);

// Throws Error(Input) when a checkpoint belongs to another recipe or data, or was made with another number of
// threads or compute type than the present ones in `now`.
void requireSameCircumstances(const TrainerState& then,
    const TrainerState& now,
    const std::filesystem::path& folder);

// Fills parameters and optimizer. Throws Error(Input) when a tensor is missing or has another shape.
void restoreCheckpoint(const std::filesystem::path& folder, const Trainable& trainable, Optimizer& optimizer);

// The trained values of a checkpoint alone, without its optimizer.
void restoreParameters(const std::filesystem::path& folder, const Trainable& trainable);

} // namespace temper

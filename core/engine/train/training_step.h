// SPDX-License-Identifier: Apache-2.0
// One optimizer step, and the loss of samples without one.
#pragma once

#include "core/common/data/sample.h"
#include "core/engine/model/language_model.h"
#include "core/engine/objective/next_token.h"
#include "core/engine/train/optimizer.h"

#include <span>
#include <vector>

namespace temper {

// Samples laid end to end with the positions that predict.
struct TrainingBatch {
    TokenBatch tokens;
    NextTokenTargets targets;
};

std::vector<const Sample*> pointersTo(const std::vector<Sample>& samples);

TrainingBatch makeTrainingBatch(std::span<const Sample* const> samples);

struct StepSettings {
    double learningRate = 0.0;
    double maxGradNorm = 0.0;
    Recompute recompute = Recompute::Nothing;
    DropoutContext dropout; // step: number of the first pass; every pass counts one on
};

struct StepResult {
    double loss = 0.0; // Σ nll over the supervised tokens of the whole step / their count, before the update
    double gradNorm = 0.0; // before clipping
    std::int64_t tokens = 0;
    std::int64_t supervisedTokens = 0;
};

// Throws Error(Input) when loss or gradient are not finite; nothing has been updated then.
StepResult trainStep(LanguageModel& model,
    Optimizer& optimizer,
    const std::vector<std::vector<const Sample*>>& passes,
    const StepSettings& settings);

struct SampleLoss {
    double nllSum = 0.0;
    std::int64_t supervisedTokens = 0;
};

SampleLoss sampleLoss(LanguageModel& model, std::span<const Sample* const> samples);

} // namespace temper

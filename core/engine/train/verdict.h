// SPDX-License-Identifier: Apache-2.0
// Judges the model of a run on its held-out rows and on a general text, once the run has its result.
#pragma once

#include "core/common/project/held_out_losses.h"
#include "core/engine/train/run_reporter.h"
#include "core/engine/train/training_setup.h"

#include <stop_token>

namespace temper {

struct JudgedParts {
    LanguageModel& model;
    const TrainingSamples& samples;
    const TextTools& tools;
    const Recipe& recipe;
};

inline constexpr std::size_t kMostJudgedRows = 1000; // taken evenly from the held-out rows beyond that

// The losses as heldOutLosses() has them, the rows as single passes of per_device_eval_batch_size rows would
// give them. Throws Error(Cancelled) on stop.
HeldOutLosses
heldOutLosses(const JudgedParts& parts, const ProgressFunction& progress, const std::stop_token& stop);

// Writes them into the run's folder; nothing is done for a run without held-out rows.
void recordHeldOutLosses(const JudgedParts& parts,
    const RunFolder& run,
    JudgedModel model,
    std::int64_t step,
    const ProgressFunction& progress,
    const std::stop_token& stop = {});

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// How long a run will take on this machine, from its arithmetic and the speed of a matrix product.
#pragma once

#include "core/engine/train/dry_run.h"

namespace temper {

struct TimeEstimate {
    double tokens = 0; // that will be trained on, all epochs together
    double tokensPerSecond = 0;

    double seconds() const { return tokensPerSecond > 0 ? tokens / tokensPerSecond : 0; }
};

// `flops`: floating-point operations a second that large products of the recipe's number type reach here.
// Evaluation, saving and loading are not counted.
TimeEstimate
estimateTime(const Recipe& recipe, const DryRun& run, const DecoderOptions& options, double flops);

} // namespace temper

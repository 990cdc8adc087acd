// SPDX-License-Identifier: Apache-2.0
// The learning rate of every step, as transformers' schedulers compute it.
#pragma once

#include "core/common/recipe/recipe.h"

#include <cstdint>

namespace temper {

struct Schedule {
    ScheduleType type = ScheduleType::Constant;
    double peak = 0.0;
    double minimumRatio = 0.0; // CosineWithMinimum only
    std::int64_t warmupSteps = 0;
    std::int64_t totalSteps = 0;
};

Schedule makeSchedule(const Recipe& recipe, std::int64_t totalSteps);

// Rate of optimizer step `step`, counted from 0. Constant ignores the warm-up, as transformers does.
double learningRate(const Schedule& schedule, std::int64_t step);

} // namespace temper

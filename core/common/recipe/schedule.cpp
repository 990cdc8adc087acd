// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace temper {

namespace {

// How far the part after the warm-up has come, 0 to 1.
double progressOf(const Schedule& schedule, std::int64_t step)
{
    const auto whole
        = static_cast<double>(std::max<std::int64_t>(1, schedule.totalSteps - schedule.warmupSteps));
    return static_cast<double>(step - schedule.warmupSteps) / whole;
}

double cosine(double progress)
{
    return std::max(0.0, 0.5 * (1.0 + std::cos(std::numbers::pi * progress)));
}

double factorOf(const Schedule& schedule, std::int64_t step)
{
    if (schedule.type == ScheduleType::Constant)
        return 1.0;
    if (step < schedule.warmupSteps)
        return static_cast<double>(step)
            / static_cast<double>(std::max<std::int64_t>(1, schedule.warmupSteps));
    switch (schedule.type) {
    case ScheduleType::Constant:
    case ScheduleType::ConstantWithWarmup:
        return 1.0;
    case ScheduleType::Linear:
        return std::max(0.0, 1.0 - progressOf(schedule, step));
    case ScheduleType::Cosine:
        return cosine(progressOf(schedule, step));
    case ScheduleType::CosineWithMinimum:
        return cosine(progressOf(schedule, step)) * (1.0 - schedule.minimumRatio) + schedule.minimumRatio;
    }
    return 1.0;
}

} // namespace

Schedule makeSchedule(const Recipe& recipe, std::int64_t totalSteps)
{
    Schedule schedule { recipe.lrSchedulerType, recipe.learningRate, recipe.lrMinRatio, recipe.warmupSteps,
        totalSteps };
    if (recipe.warmupSteps <= 0)
        schedule.warmupSteps
            = static_cast<std::int64_t>(std::ceil(recipe.warmupRatio * static_cast<double>(totalSteps)));
    return schedule;
}

double learningRate(const Schedule& schedule, std::int64_t step)
{
    return schedule.peak * factorOf(schedule, step);
}

} // namespace temper

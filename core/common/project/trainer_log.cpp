// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/trainer_log.h"

#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace temper {
namespace {

double rounded(double value, double factor)
{
    return std::round(value * factor) / factor;
}

} // namespace

TrainerLog::TrainerLog(const std::filesystem::path& path, std::int64_t firstStep, std::int64_t totalSteps)
    : m_file(path)
    , m_firstStep(firstStep)
    , m_totalSteps(totalSteps)
{
}

void TrainerLog::write(const StepEvent& event, std::chrono::seconds elapsed)
{
    OrderedJson line;
    line["current_steps"] = event.step;
    line["total_steps"] = m_totalSteps;
    line["loss"] = event.loss;
    line["lr"] = event.learningRate;
    for (const auto& [name, value] : event.measures)
        line[name] = value;
    writeLine(std::move(line), event.step, event.epoch, elapsed);
}

void TrainerLog::write(const EvalEvent& event, std::chrono::seconds elapsed)
{
    OrderedJson line;
    line["current_steps"] = event.step;
    line["total_steps"] = m_totalSteps;
    line["eval_loss"] = event.loss;
    writeLine(std::move(line), event.step, event.epoch, elapsed);
}

void TrainerLog::writeLine(OrderedJson line, std::int64_t step, double epoch, std::chrono::seconds elapsed)
{
    const std::int64_t done = step - m_firstStep;
    const double secondsPerStep
        = done > 0 ? static_cast<double>(elapsed.count()) / static_cast<double>(done) : 0;
    const auto remaining
        = static_cast<std::int64_t>(secondsPerStep * static_cast<double>(m_totalSteps - step));
    line["epoch"] = rounded(epoch, 1e4);
    line["percentage"] = m_totalSteps > 0
        ? rounded(100.0 * static_cast<double>(step) / static_cast<double>(m_totalSteps), 100)
        : 100.0;
    line["elapsed_time"] = durationText(elapsed);
    line["remaining_time"] = durationText(std::chrono::seconds(std::max<std::int64_t>(remaining, 0)));
    m_file.append(toLine(line));
}

std::string durationText(std::chrono::seconds duration)
{
    constexpr std::int64_t kDay = 24 * 60 * 60;
    const std::int64_t days = duration.count() / kDay;
    const std::int64_t seconds = duration.count() % kDay;
    const std::string clock = fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return days == 0 ? clock : fmt::format("{} day{}, {}", days, days == 1 ? "" : "s", clock);
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// trainer_log.jsonl in LLaMA-Factory's form, which other people's scripts and plots read.
#pragma once

#include "core/common/base/os_append_file.h"
#include "core/common/link/events.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace temper {

// One line for each step and eval event: current_steps, total_steps, loss or eval_loss, lr, epoch,
// percentage, elapsed_time, remaining_time ("h:mm:ss"). Times are those of this process; after a resume the
// file goes on.
class TrainerLog {
public:
    // firstStep: the step before the first one of this process (0, or that of the checkpoint).
    TrainerLog(const std::filesystem::path& path, std::int64_t firstStep, std::int64_t totalSteps);

    void write(const StepEvent& event, std::chrono::seconds elapsed);
    void write(const EvalEvent& event, std::chrono::seconds elapsed);

private:
    void writeLine(OrderedJson line, std::int64_t step, double epoch, std::chrono::seconds elapsed);

    AppendFile m_file;
    std::int64_t m_firstStep;
    std::int64_t m_totalSteps;
};

// "1:02:03", from a day on "2 days, 1:02:03", as Python's timedelta says it.
std::string durationText(std::chrono::seconds duration);

} // namespace temper

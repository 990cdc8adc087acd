// SPDX-License-Identifier: Apache-2.0
// Tells the world how a run goes: events.jsonl, trainer_log.jsonl, TensorBoard and the person at the terminal.
#pragma once

#include "core/common/link/events.h"
#include "core/common/project/run_folder.h"
#include "core/common/project/tensorboard_writer.h"
#include "core/common/project/trainer_log.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace temper {

class RunReporter {
public:
    // `onText` takes a line for the person who looks on; may be empty.
    RunReporter(const RunFolder& run, std::function<void(const std::string&)> onText);

    // Opens the logs that need to know where the run stands.
    void begin(std::int64_t firstStep, std::int64_t totalSteps);

    void phase(RunPhase phase, std::uint64_t done = 0, std::uint64_t total = 0, const std::string& unit = {});
    void step(const StepEvent& event);
    void evaluation(const EvalEvent& event);
    void event(const RunEvent& event); // every other kind
    void say(const std::string& line) const;

private:
    std::chrono::seconds elapsed() const;

    RunFolder m_run;
    std::function<void(const std::string&)> m_onText;
    EventWriter m_events;
    std::optional<TrainerLog> m_log;
    std::optional<TensorBoardWriter> m_board;
    std::chrono::steady_clock::time_point m_start;
};

} // namespace temper

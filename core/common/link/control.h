// SPDX-License-Identifier: Apache-2.0
// What a person may ask of a live run, and the box in which the asking waits until the trainer looks.
#pragma once

#include "core/common/base/json.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

enum class ControlCommand { Pause, Resume, Save, Probe, Stop, Status };

std::string_view controlCommandName(ControlCommand command);
std::optional<ControlCommand> controlCommandOf(std::string_view name);

// How a run stands, as its process says it.
struct LiveStatus {
    std::string phase = "loading"; // as in the phase events
    bool paused = false;
    std::int64_t step = 0; // the last whole one
    std::int64_t totalSteps = 0;
    double epoch = 0;
    std::optional<double> loss; // of that step
};

Json statusToJson(const LiveStatus& status);
LiveStatus statusFromJson(const Json& json);

// Between the server's thread and the trainer's. Commands are handed over in their order; Status never gets
// here. Stop also triggers stopToken(), so that loading and tokenising end early.
class ControlMailbox {
public:
    void post(ControlCommand command);
    std::vector<ControlCommand> take(); // at once; empty when nothing was asked
    std::vector<ControlCommand> wait(
        std::chrono::milliseconds timeout); // until something is asked or the time is over

    std::stop_token stopToken() const { return m_stop.get_token(); }

    void setStatus(LiveStatus status);
    LiveStatus status() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_posted;
    std::vector<ControlCommand> m_commands;
    LiveStatus m_status;
    std::stop_source m_stop;
};

} // namespace temper

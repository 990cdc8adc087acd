// SPDX-License-Identifier: Apache-2.0
#include "core/common/link/control.h"

#include <array>
#include <cmath>
#include <utility>

namespace temper {

std::string_view controlCommandName(ControlCommand command)
{
    switch (command) {
    case ControlCommand::Pause:
        return "pause";
    case ControlCommand::Resume:
        return "resume";
    case ControlCommand::Save:
        return "save";
    case ControlCommand::Probe:
        return "probe";
    case ControlCommand::Stop:
        return "stop";
    case ControlCommand::Status:
        return "status";
    }
    return {};
}

std::optional<ControlCommand> controlCommandOf(std::string_view name)
{
    constexpr std::array kCommands { ControlCommand::Pause, ControlCommand::Resume, ControlCommand::Save,
        ControlCommand::Probe, ControlCommand::Stop, ControlCommand::Status };
    for (const ControlCommand command : kCommands) {
        if (controlCommandName(command) == name)
            return command;
    }
    return std::nullopt;
}

Json statusToJson(const LiveStatus& status)
{
    Json json { { "phase", status.phase }, { "paused", status.paused }, { "step", status.step },
        { "total_steps", status.totalSteps }, { "epoch", status.epoch } };
    if (status.loss && std::isfinite(*status.loss))
        json["loss"] = *status.loss;
    return json;
}

LiveStatus statusFromJson(const Json& json)
{
    LiveStatus status;
    status.phase = json.value("phase", status.phase);
    status.paused = json.value("paused", status.paused);
    status.step = json.value("step", status.step);
    status.totalSteps = json.value("total_steps", status.totalSteps);
    status.epoch = json.value("epoch", status.epoch);
    if (json.contains("loss"))
        status.loss = json["loss"].get<double>();
    return status;
}

void ControlMailbox::post(ControlCommand command)
{
    {
        const std::lock_guard lock(m_mutex);
        m_commands.push_back(command);
    }
    m_posted.notify_all();
    if (command == ControlCommand::Stop)
        m_stop.request_stop();
}

std::vector<ControlCommand> ControlMailbox::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_commands, {});
}

std::vector<ControlCommand> ControlMailbox::wait(std::chrono::milliseconds timeout)
{
    std::unique_lock lock(m_mutex);
    m_posted.wait_for(lock, timeout, [this] { return !m_commands.empty(); });
    return std::exchange(m_commands, {});
}

void ControlMailbox::setStatus(LiveStatus status)
{
    const std::lock_guard lock(m_mutex);
    m_status = std::move(status);
}

LiveStatus ControlMailbox::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

} // namespace temper

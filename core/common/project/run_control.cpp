// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/run_control.h"

#include "core/common/base/error.h"
#include "core/common/base/os_socket.h"

#include <fmt/format.h>

namespace temper {
namespace {

std::string askLine(const RunFolder& run, const std::string& request, std::chrono::milliseconds timeout)
{
    LineSocket socket = LineSocket::connect(socketPathFor(run.folder()), timeout);
    socket.sendLine(request, timeout);
    std::string answer;
    if (socket.receiveLine(answer, timeout) != Received::Line)
        throw Error(ErrorKind::Environment, "the run does not answer.", run.folder().string(),
            "It may be in the middle of loading or saving; try again.");
    return answer;
}

} // namespace

LiveStatus controlRun(const RunFolder& run, ControlCommand command, std::chrono::milliseconds timeout)
{
    const RunState state = run.state();
    if (state != RunState::Running)
        throw Error(ErrorKind::Input, fmt::format("this run is not running (it is {}).", runStateName(state)),
            run.folder().string(),
            state == RunState::Interrupted || state == RunState::Stopped
                ? "\"temper-engine train … --resume\" goes on with it."
                : "");
    const std::string request = toLine(Json { { "command", controlCommandName(command) } });
    const Json answer = parseJson(askLine(run, request, timeout), run.folder().string());
    try {
        if (!answer.at("ok").get<bool>())
            throw Error(ErrorKind::Internal, answer.at("error").get<std::string>(), run.folder().string());
        return statusFromJson(answer.at("status"));
    } catch (const Json::exception&) {
        throw Error(ErrorKind::Environment, "the run gave an answer of another form.", run.folder().string(),
            "It may belong to another version of Temper.");
    }
}

} // namespace temper

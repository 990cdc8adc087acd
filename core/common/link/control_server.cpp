// SPDX-License-Identifier: Apache-2.0
#include "core/common/link/control_server.h"

#include "core/common/base/error.h"

#include <fmt/format.h>
#include <vector>

namespace temper {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kIdle { 100 }; // between looks for a new client
constexpr milliseconds kBusy { 10 }; // the same while clients are connected
constexpr milliseconds kAnswerTime { 1000 };
constexpr std::size_t kMostClients = 16;

// False when the client is gone or not worth keeping.
bool serveClient(LineSocket& client, ControlMailbox& mailbox)
{
    try {
        std::string line;
        switch (client.receiveLine(line, milliseconds(0))) {
        case Received::Line:
            client.sendLine(answerControlLine(line, mailbox), kAnswerTime);
            return true;
        case Received::TimedOut:
            return true;
        case Received::Closed:
            return false;
        }
    } catch (const Error&) {
        return false; // a client that breaks off or floods does not disturb the run
    }
    return false;
}

std::optional<LineSocket> nextClient(SocketListener& listener, milliseconds timeout)
{
    try {
        return listener.accept(timeout);
    } catch (const Error&) {
        std::this_thread::sleep_for(timeout); // out of descriptors, say: the run goes on without control
        return std::nullopt;
    }
}

} // namespace

ControlServer::ControlServer(const std::filesystem::path& runFolder, ControlMailbox& mailbox)
    : m_mailbox(mailbox)
    , m_listener(socketPathFor(runFolder))
    , m_thread([this](const std::stop_token& stop) { serve(stop); })
{
}

void ControlServer::serve(const std::stop_token& stop)
{
    std::vector<LineSocket> clients;
    while (!stop.stop_requested()) {
        auto client = nextClient(m_listener, clients.empty() ? kIdle : kBusy);
        if (client && clients.size() < kMostClients)
            clients.push_back(std::move(*client));
        std::erase_if(clients, [this](LineSocket& each) { return !serveClient(each, m_mailbox); });
    }
}

std::string answerControlLine(const std::string& line, ControlMailbox& mailbox)
{
    const Json request = Json::parse(line, nullptr, false);
    if (!request.is_object() || !request.contains("command") || !request["command"].is_string())
        return toLine(Json { { "ok", false }, { "error", "this is not {\"command\": \"…\"}." } });
    const auto name = request["command"].get<std::string>();
    const auto command = controlCommandOf(name);
    if (!command)
        return toLine(Json { { "ok", false },
            { "error", fmt::format("\"{}\" is none of pause, resume, save, probe, stop, status.", name) } });
    if (*command != ControlCommand::Status)
        mailbox.post(*command);
    return toLine(Json { { "ok", true }, { "command", name }, { "status", statusToJson(mailbox.status()) } });
}

} // namespace temper

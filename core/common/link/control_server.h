// SPDX-License-Identifier: Apache-2.0
// The socket of a live run: one JSON line asks, one JSON line answers, as often as the client likes.
#pragma once

#include "core/common/base/os_socket.h"
#include "core/common/link/control.h"

#include <filesystem>
#include <string>
#include <thread>

namespace temper {

// Listens in a thread of its own from construction to destruction. An answer means that the command waits in
// the mailbox (for status: tells it); the trainer obeys at its next safe point.
class ControlServer {
public:
    // Listens at socketPathFor(runFolder). Throws Error(Environment) as SocketListener does. The mailbox must
    // outlive this.
    ControlServer(const std::filesystem::path& runFolder, ControlMailbox& mailbox);

    const std::filesystem::path& socket() const noexcept { return m_listener.path(); } // for run.json

private:
    void serve(const std::stop_token& stop);

    ControlMailbox& m_mailbox;
    SocketListener m_listener;
    std::jthread m_thread; // last: it must stop before the others go
};

// The server's answer to one line of a client:
// {"command":"pause"} -> {"ok":true,"command":"pause","status":{…}}, everything else ->
// {"ok":false,"error":"…"}.
std::string answerControlLine(const std::string& line, ControlMailbox& mailbox);

} // namespace temper

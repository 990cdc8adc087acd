// SPDX-License-Identifier: Apache-2.0
// Memory between the programs of one user: a session that holds a model gives it up when a run needs the
// room.
#pragma once

#include "core/common/base/os_socket.h"

#include <cstdint>
#include <functional>
#include <thread>

namespace temper {

// Listens for programs that need room, in a thread of its own from construction to destruction.
class RoomKeeper {
public:
    // `giveUp` is called from that thread; what it sets free may come a little later. Throws
    // Error(Environment) as SocketListener does.
    explicit RoomKeeper(std::function<void()> giveUp);

private:
    void serve(const std::stop_token& stop);

    std::function<void()> m_giveUp;
    SocketListener m_listener;
    std::jthread m_thread; // last: it must stop before the others go
};

// Asks every program of this user that listens, and waits some seconds for so many bytes more than are
// available now. Answers how many there are (0: nobody listens, or nobody had anything).
std::int64_t askForRoom(std::int64_t missingBytes);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// Local sockets that carry lines of text between programs of one user on one machine.
#pragma once

#include "core/common/base/os_descriptor.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace temper {

// The socket that belongs to a folder (a run's): runtimeFolder()/<hash of the folder's full path>.sock.
std::filesystem::path socketPathFor(const std::filesystem::path& folder);

enum class Received { Line, TimedOut, Closed };

// One end of a connection. Lines end with a line feed, which is neither given nor received. A line above 16
// MB throws Error(Input); a connection that breaks while sending throws Error(Environment).
class LineSocket {
public:
    // Throws Error(Environment) when nobody listens there or does not answer in time.
    static LineSocket connect(const std::filesystem::path& path, std::chrono::milliseconds timeout);

    explicit LineSocket(Descriptor descriptor); // connected and not blocking

    // The line must not contain a line feed. Throws Error(Environment) when the other side does not take it
    // in time.
    void sendLine(std::string_view line, std::chrono::milliseconds timeout = std::chrono::seconds(10));
    // Waits for one line; a part of a line is kept for the next call.
    Received receiveLine(std::string& line, std::chrono::milliseconds timeout);

private:
    Descriptor m_descriptor;
    std::string m_pending;
    std::size_t m_searched = 0; // bytes of m_pending known to hold no line feed
};

class SocketListener {
public:
    // Listens at the path, whose folder must be closed to other users; a socket left behind by a dead program
    // is removed first. Throws Error(Environment) when a living program listens there.
    explicit SocketListener(const std::filesystem::path& path);
    ~SocketListener(); // removes the socket
    SocketListener(const SocketListener&) = delete;
    SocketListener& operator=(const SocketListener&) = delete;

    const std::filesystem::path& path() const noexcept { return m_path; }
    // Nothing when the time is over. A peer of another user (but root) is turned away unheard.
    std::optional<LineSocket> accept(std::chrono::milliseconds timeout);

private:
    std::filesystem::path m_path;
    Descriptor m_descriptor;
};

} // namespace temper

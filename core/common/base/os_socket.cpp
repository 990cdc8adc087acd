// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/os_socket.h"

#include "core/common/base/error.h"
#include "core/common/base/os_error.h"
#include "core/common/base/os_paths.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <limits>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace temper {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t kLongestLine = 16 << 20;
constexpr int kWaiting = 16; // connections that may wait to be accepted

sockaddr_un addressOf(const std::filesystem::path& path)
{
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    const std::string& text = path.native();
    if (text.size() >= sizeof address.sun_path)
        throw Error(ErrorKind::Environment, "is too long for a socket.", text, "Use a shorter path.");
    std::memcpy(address.sun_path, text.data(), text.size());
    return address;
}

Descriptor newSocket(const std::filesystem::path& path)
{
    Descriptor descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!descriptor.isOpen())
        throwSystemError(errno, "making a socket", path);
    return descriptor;
}

// Waits until the descriptor is ready for `events`; false when the time is over.
bool waitFor(const Descriptor& descriptor, short events, Clock::time_point end)
{
    for (;;) {
        const auto left = std::chrono::ceil<milliseconds>(end - Clock::now()).count();
        const auto wait = std::clamp<std::int64_t>(left, 0, std::numeric_limits<int>::max());
        pollfd waiting { descriptor.number(), events, 0 };
        const int count = ::poll(&waiting, 1, static_cast<int>(wait));
        if (count > 0)
            return true;
        if (count == 0 || errno != EINTR)
            return false;
    }
}

bool connectNow(const Descriptor& descriptor, const std::filesystem::path& path)
{
    const sockaddr_un address = addressOf(path);
    return ::connect(descriptor.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

bool isAnybodyListening(const std::filesystem::path& path)
{
    const Descriptor descriptor = newSocket(path);
    // EAGAIN: somebody listens, and has many connections waiting.
    return connectNow(descriptor, path) || errno == EAGAIN;
}

bool isTrusted(const Descriptor& descriptor)
{
    ucred peer {};
    socklen_t length = sizeof peer;
    return ::getsockopt(descriptor.number(), SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0
        && (peer.uid == ::geteuid() || peer.uid == 0);
}

std::uint64_t hashOf(std::string_view text) // FNV-1a
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

} // namespace

std::filesystem::path socketPathFor(const std::filesystem::path& folder)
{
    const auto whole
        = std::filesystem::weakly_canonical(folder / "."); // the same with and without a slash at the end
    std::array<char, 17> digits {};
    std::snprintf(digits.data(), digits.size(), "%016llx",
        static_cast<unsigned long long>(hashOf((whole / "").native())));
    return runtimeFolder() / (std::string(digits.data()) + ".sock");
}

LineSocket LineSocket::connect(const std::filesystem::path& path, milliseconds timeout)
{
    Descriptor descriptor = newSocket(path);
    const auto end = Clock::now() + timeout;
    // A local connection is made at once, or refused; EAGAIN says that the other side's queue is full.
    while (!connectNow(descriptor, path)) {
        const int code = errno;
        if (code == ENOENT || code == ECONNREFUSED)
            throw Error(
                ErrorKind::Environment, "nobody listens there.", path.string(), "The program has ended.");
        if ((code != EAGAIN && code != EINTR) || Clock::now() >= end)
            throwSystemError(code, "connecting", path);
        ::poll(nullptr, 0, 10);
    }
    return LineSocket(std::move(descriptor));
}

LineSocket::LineSocket(Descriptor descriptor)
    : m_descriptor(std::move(descriptor))
{
}

void LineSocket::sendLine(std::string_view line, milliseconds timeout)
{
    const std::string text = std::string(line) + '\n';
    const auto end = Clock::now() + timeout;
    std::size_t sent = 0;
    while (sent < text.size()) {
        const ssize_t count
            = ::send(m_descriptor.number(), text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
        if (count >= 0)
            sent += static_cast<std::size_t>(count);
        else if (errno == EAGAIN && !waitFor(m_descriptor, POLLOUT, end))
            throw Error(ErrorKind::Environment, "the other program does not take the message.");
        else if (errno != EAGAIN && errno != EINTR)
            throw Error(ErrorKind::Environment, "the connection to the other program is broken.");
    }
}

Received LineSocket::receiveLine(std::string& line, milliseconds timeout)
{
    const auto end = Clock::now() + timeout;
    std::array<char, 65536> block;
    for (;;) {
        const auto position = m_pending.find('\n', m_searched);
        if (position != std::string::npos) {
            line = m_pending.substr(0, position);
            m_pending.erase(0, position + 1);
            m_searched = 0;
            return Received::Line;
        }
        m_searched = m_pending.size();
        if (m_pending.size() > kLongestLine)
            throw Error(ErrorKind::Input, "a message of the other program is longer than 16 MB.");
        const ssize_t count = ::recv(m_descriptor.number(), block.data(), block.size(), 0);
        if (count > 0)
            m_pending.append(block.data(), static_cast<std::size_t>(count));
        else if (count == 0 || (errno != EAGAIN && errno != EINTR))
            return Received::Closed;
        else if (errno == EAGAIN && !waitFor(m_descriptor, POLLIN, end))
            return Received::TimedOut;
    }
}

SocketListener::SocketListener(const std::filesystem::path& path)
    : m_path(path)
    , m_descriptor(newSocket(path))
{
    const sockaddr_un address = addressOf(path);
    struct stat status { };
    if (::lstat(path.c_str(), &status) == 0) {
        if (!S_ISSOCK(status.st_mode))
            throw Error(
                ErrorKind::Environment, "stands where a socket should be.", path.string(), "Remove it.");
        if (isAnybodyListening(path))
            throw Error(ErrorKind::Environment, "another program listens there already.", path.string(),
                "Stop it first.");
        ::unlink(path.c_str());
    }
    if (::bind(m_descriptor.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0
        || ::listen(m_descriptor.number(), kWaiting) != 0)
        throwSystemError(errno, "listening", path);
}

SocketListener::~SocketListener()
{
    ::unlink(m_path.c_str());
}

std::optional<LineSocket> SocketListener::accept(milliseconds timeout)
{
    const auto end = Clock::now() + timeout;
    while (waitFor(m_descriptor, POLLIN, end)) {
        Descriptor descriptor(
            ::accept4(m_descriptor.number(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
        if (!descriptor.isOpen() && errno != EAGAIN && errno != EINTR && errno != ECONNABORTED)
            throwSystemError(errno, "accepting a connection", m_path);
        if (descriptor.isOpen() && isTrusted(descriptor))
            return LineSocket(std::move(descriptor));
    }
    return {};
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/link/room.h"

#include "core/common/base/error.h"
#include "core/common/base/os_paths.h"
#include "core/common/base/os_process.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace temper {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr std::string_view kPrefix = "room-";
constexpr milliseconds kIdle { 100 };
constexpr milliseconds kAnswerTime { 1000 };
constexpr milliseconds kPatience { 8000 }; // an answer that is being generated is finished first
constexpr milliseconds kStep { 50 };

// True when the program has understood.
bool askOne(const fs::path& socket)
{
    try {
        LineSocket line = LineSocket::connect(socket, kAnswerTime);
        line.sendLine("give up", kAnswerTime);
        std::string answer;
        return line.receiveLine(answer, kAnswerTime) == Received::Line && answer == "giving up";
    } catch (const Error&) {
        return false;
    }
}

// What a killed program left behind; the name ends with its process number.
bool isOrphan(const fs::path& socket)
{
    const std::string number = socket.stem().string().substr(kPrefix.size());
    std::int64_t process = 0;
    const auto [end, problem] = std::from_chars(number.data(), number.data() + number.size(), process);
    return problem == std::errc() && !isProcessAlive(process);
}

std::size_t askAll()
{
    std::size_t asked = 0;
    std::vector<fs::path> sockets;
    std::error_code problem;
    for (fs::directory_iterator at(runtimeFolder(), problem), end; !problem && at != end;
         at.increment(problem))
        if (at->path().filename().string().starts_with(kPrefix))
            sockets.push_back(at->path());
    for (const fs::path& socket : sockets) {
        if (isOrphan(socket))
            fs::remove(socket, problem);
        else
            asked += askOne(socket);
    }
    return asked;
}

} // namespace

RoomKeeper::RoomKeeper(std::function<void()> giveUp)
    : m_giveUp(std::move(giveUp))
    , m_listener(runtimeFolder() / (std::string(kPrefix) + std::to_string(processId()) + ".sock"))
    , m_thread([this](const std::stop_token& stop) { serve(stop); })
{
}

void RoomKeeper::serve(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        try {
            std::string request;
            auto client = m_listener.accept(kIdle);
            if (!client || client->receiveLine(request, kAnswerTime) != Received::Line
                || request != "give up")
                continue;
            m_giveUp();
            client->sendLine("giving up", kAnswerTime);
        } catch (const Error&) {
            std::this_thread::sleep_for(kIdle); // a client that breaks off does not end the listening
        }
    }
}

std::int64_t askForRoom(std::int64_t missingBytes)
{
    const auto before = static_cast<std::int64_t>(availableMemoryBytes());
    if (askAll() == 0)
        return 0;
    std::int64_t gained = 0;
    for (milliseconds waited { 0 }; gained < missingBytes && waited < kPatience; waited += kStep) {
        std::this_thread::sleep_for(kStep);
        gained = std::max(gained, static_cast<std::int64_t>(availableMemoryBytes()) - before);
    }
    return gained;
}

} // namespace temper

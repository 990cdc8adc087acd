// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/os_lost_pages.h"

#include <array>
#include <atomic>
#include <csignal>
#include <cstring>
#include <unistd.h>

namespace temper {

namespace {

constexpr std::size_t kFiles = 512; // a model in more shards than that is named without its file
constexpr std::size_t kLongestPath = 1024;

enum SlotState : int { kFree, kWriting, kSet };

struct Pages {
    std::atomic<int> state { kFree };
    std::uintptr_t begin = 0;
    std::uint64_t bytes = 0;
    std::array<char, kLongestPath> path {};
};

std::array<Pages, kFiles> known; // a handler reaches nothing but what is global

void say(const char* text)
{
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text, std::strlen(text));
}

const char* fileAt(std::uintptr_t address)
{
    for (const Pages& pages : known)
        if (pages.state.load(std::memory_order_acquire) == kSet && address - pages.begin < pages.bytes)
            return pages.path.data();
    return nullptr;
}

// Only what a handler may do: read, write and leave.
extern "C" void endAtLostPages(int, siginfo_t* info, void*)
{
    const char* const file = fileAt(reinterpret_cast<std::uintptr_t>(info->si_addr));
    if (!file)
        return; // the default action is set again, and the same access raises the signal once more
    say(file);
    say(": was cut short, or its drive went away, while it was in use. Put the whole file back and start "
        "again.\n");
    ::_exit(1);
}

} // namespace

void endWithSentenceOnLostPages()
{
    struct sigaction action { };
    action.sa_sigaction = endAtLostPages;
    action.sa_flags = SA_SIGINFO | static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGBUS, &action, nullptr);
}

int rememberPages(const void* begin, std::uint64_t bytes, const std::filesystem::path& path) noexcept
{
    for (std::size_t i = 0; i < kFiles; ++i) {
        Pages& pages = known[i];
        int state = kFree;
        if (!pages.state.compare_exchange_strong(state, kWriting))
            continue;
        pages.begin = reinterpret_cast<std::uintptr_t>(begin);
        pages.bytes = bytes;
        std::strncpy(pages.path.data(), path.c_str(), kLongestPath - 1);
        pages.state.store(kSet, std::memory_order_release);
        return static_cast<int>(i);
    }
    return -1;
}

void forgetPages(int number) noexcept
{
    if (number >= 0)
        known[static_cast<std::size_t>(number)].state.store(kFree, std::memory_order_release);
}

} // namespace temper

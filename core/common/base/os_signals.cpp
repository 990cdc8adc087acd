// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/os_signals.h"

#include "core/common/base/error.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace temper {

namespace {

constexpr char kSignal = 's';
constexpr char kLeave = 'l';

std::atomic<int> pipeOfSignals { -1 }; // a handler reaches nothing but what is global

extern "C" void passOn(int)
{
    const int saved = errno;
    [[maybe_unused]] const auto sent = ::write(pipeOfSignals.load(), &kSignal, 1);
    errno = saved;
}

void handle(void (*handler)(int))
{
    struct sigaction action { };
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

void waitForByte(int reading, std::stop_source stop)
{
    char byte = 0;
    while (::read(reading, &byte, 1) < 0 && errno == EINTR) { }
    if (byte != kSignal)
        return;
    handle(SIG_DFL);
    stop.request_stop();
}

} // namespace

StopOnSignals::StopOnSignals()
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        throw Error(ErrorKind::Environment, "too many files are open to wait for signals.", {},
            "Close some programs or raise the limit (ulimit -n).");
    m_reading = Descriptor(ends[0]);
    m_writing = Descriptor(ends[1]);
    pipeOfSignals = ends[1];
    m_waiter = std::thread(waitForByte, ends[0], m_stop);
    handle(passOn);
}

StopOnSignals::~StopOnSignals()
{
    handle(SIG_DFL);
    [[maybe_unused]] const auto sent = ::write(m_writing.number(), &kLeave, 1);
    m_waiter.join();
    pipeOfSignals = -1;
}

} // namespace temper

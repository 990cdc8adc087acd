// SPDX-License-Identifier: Apache-2.0
// Ctrl+C and a polite request to end, as a stop token.
#pragma once

#include "core/common/base/os_descriptor.h"

#include <stop_token>
#include <thread>

namespace temper {

// While it lives, the first SIGINT or SIGTERM asks its token to stop and a second one ends the process as
// usual. One at a time in a program.
class StopOnSignals {
public:
    StopOnSignals();
    ~StopOnSignals();
    StopOnSignals(const StopOnSignals&) = delete;
    StopOnSignals& operator=(const StopOnSignals&) = delete;

    std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    Descriptor m_reading;
    Descriptor m_writing;
    std::thread m_waiter; // what a signal handler itself may do is too little for callbacks of a stop token
};

} // namespace temper

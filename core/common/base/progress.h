// SPDX-License-Identifier: Apache-2.0
// How long work reports where it is and learns that it should stop.
#pragma once

#include "core/common/base/error.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

namespace temper {

struct Progress {
    std::string phase; // "importing", "loading", … in the field's terms, lower case
    std::uint64_t done = 0;
    std::uint64_t total = 0; // 0: not known
    std::string unit; // "bytes", "rows", "steps"
};

using ProgressFunction = std::function<void(const Progress&)>;

// Throws Error(Cancelled) once stop was asked for; call it at safe points.
inline void throwIfStopped(const std::stop_token& stop)
{
    if (stop.stop_requested())
        throw Error(ErrorKind::Cancelled, "stopped on request.");
}

} // namespace temper

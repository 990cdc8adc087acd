// SPDX-License-Identifier: Apache-2.0
// Asks something of a run that another process trains.
#pragma once

#include "core/common/link/control.h"
#include "core/common/project/run_folder.h"

#include <chrono>

namespace temper {

// How the run stood when it took the command. Throws Error(Input) when the run is not running,
// Error(Environment) when its process does not answer in time.
LiveStatus controlRun(const RunFolder& run,
    ControlCommand command,
    std::chrono::milliseconds timeout = std::chrono::seconds(10));

} // namespace temper

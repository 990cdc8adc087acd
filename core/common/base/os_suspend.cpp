// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/os_suspend.h"

#include "core/common/base/error.h"
#include "core/common/base/os_process.h"

namespace temper {

void holdOffSuspend()
{
    const std::filesystem::path inhibitor = "/usr/bin/systemd-inhibit";
    std::error_code missing;
    if (!std::filesystem::exists("/run/systemd/system", missing)
        || !std::filesystem::exists(inhibitor, missing))
        return;
    // The request stands as long as its program lives, and tail ends with this process even after a kill.
    const DetachedProgram program { .program = inhibitor,
        .arguments = { "--what=idle:sleep", "--mode=block", "--who=Temper", "--why=A model is being trained",
            "tail", "--pid=" + std::to_string(processId()), "-f", "/dev/null" },
        .log = "/dev/null",
        .folder = {} };
    try {
        startDetached(program);
    } catch (const Error&) {
        // A run on a machine that may fall asleep is better than none.
    }
}

} // namespace temper

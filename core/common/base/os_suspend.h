// SPDX-License-Identifier: Apache-2.0
// Keeps the machine awake while something long runs.
#pragma once

namespace temper {

// From now until this process ends, however it ends, the machine does not fall asleep by itself. Does nothing
// where the system offers no such request (no systemd).
void holdOffSuspend();

} // namespace temper

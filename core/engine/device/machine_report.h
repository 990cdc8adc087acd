// SPDX-License-Identifier: Apache-2.0
// The machine and the libraries the engine computes with, for `temper-engine check` and bug reports.
#pragma once

#include "core/common/base/json.h"

namespace temper {

enum class CheckedDevice { Cpu, Cuda };

// {"device", "processor": {FEATURE: bool}, "instruction_set", "fast_bfloat16", "cores", "threads",
// "memory_bytes", "libraries": {NAME: version}}; for CUDA also {"driver", "devices": [name]}. Throws
// Error(Environment) when CUDA is asked for and there is no driver or no device.
OrderedJson describeMachine(CheckedDevice device);

} // namespace temper

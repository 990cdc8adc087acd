// SPDX-License-Identifier: Apache-2.0
#include "core/engine/device/compute.h"

#include "core/common/base/error.h"
#include "core/common/base/os_process.h"

#include <ATen/Parallel.h>

namespace temper {

bool hasFastBfloat16() { return __builtin_cpu_supports("avx512bf16"); }

at::ScalarType computeTypeOf(AutoSwitch bf16)
{
    switch (bf16) {
    case AutoSwitch::Off:
        return at::kFloat;
    case AutoSwitch::Auto:
        return hasFastBfloat16() ? at::kBFloat16 : at::kFloat;
    case AutoSwitch::On:
        if (!hasFastBfloat16())
            throw Error(ErrorKind::Environment, "this processor has no fast bfloat16 products.", "bf16",
                "Set bf16: false; float32 is tens of times faster here.");
        return at::kBFloat16;
    }
    return at::kFloat;
}

int useThreads(std::int64_t threads)
{
    const int count = threads > 0 ? static_cast<int>(threads) : usableCores();
    if (at::get_num_threads() != count)
        at::set_num_threads(count);
    return count;
}

} // namespace temper

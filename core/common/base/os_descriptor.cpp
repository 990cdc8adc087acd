// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/os_descriptor.h"

#include <unistd.h>

namespace temper {

bool Descriptor::close() noexcept
{
    const int number = std::exchange(m_number, -1);
    return number < 0 || ::close(number) == 0;
}

} // namespace temper

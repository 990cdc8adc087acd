// SPDX-License-Identifier: Apache-2.0
#include "core/engine/device/allocator.h"

#include <algorithm>
#include <cstddef>

// jemalloc's control, where it is linked.
extern "C" int mallctl(const char* name, void* oldValue, std::size_t* oldSize, void* newValue, std::size_t newSize)
    __attribute__((weak));

namespace temper {

void releaseUnusedMemory()
{
    if (mallctl)
        mallctl("arena.4096.purge", nullptr, nullptr, nullptr, 0); // 4096: all arenas (MALLCTL_ARENAS_ALL)
}

void MemoryWatch::afterRound(std::uint64_t residentBytes)
{
    if (m_rounds < kFirstRounds) {
        ++m_rounds;
        m_needed = std::max(m_needed, residentBytes);
    } else if (residentBytes > m_needed + m_needed / 4) {
        releaseUnusedMemory();
    }
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// The allocator keeps the pages it has touched, because fresh memory is dear; passes of ever new sizes break them into pieces
// that fit nothing. This gives them back when that has gone too far.
#pragma once

#include <cstdint>

namespace temper {

// Returns unused pages to the system; nothing happens with another allocator than jemalloc.
void releaseUnusedMemory();

// Watches the memory of a process that does the same work over and over.
class MemoryWatch {
public:
    // Call it after each round with the resident bytes. The first rounds tell what the work needs; beyond 1.25 times the
    // largest of them unused pages are given back.
    void afterRound(std::uint64_t residentBytes);

private:
    static constexpr int kFirstRounds = 4;
    int m_rounds = 0;
    std::uint64_t m_needed = 0;
};

} // namespace temper

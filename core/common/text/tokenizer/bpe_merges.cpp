// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/bpe_merges.h"

#include <algorithm>
#include <bit>

namespace temper {

void BpeMerges::rehash(int bits)
{
    std::vector<Slot> old(std::size_t(1) << bits);
    old.swap(m_slots);
    m_mask = m_slots.size() - 1;
    m_shift = 64 - bits;
    m_filter.assign(std::max<std::size_t>(1, m_slots.size() / 8), 0);
    m_filterMask = m_filter.size() - 1;
    for (const Slot& slot : old) {
        if (slot.key == kFree)
            continue;
        const std::uint64_t hash = hashOf(slot.key);
        std::size_t at = indexOf(hash);
        while (m_slots[at].key != kFree)
            at = (at + 1) & m_mask;
        m_slots[at] = slot;
        m_filter[filterIndex(hash)] |= filterBits(hash);
    }
}

void BpeMerges::reserve(std::size_t merges)
{
    const std::size_t wanted = std::bit_ceil(merges + merges / 2 + 2); // at most two thirds full
    if (wanted > m_slots.size())
        rehash(std::countr_zero(wanted));
}

void BpeMerges::add(std::int32_t left, std::int32_t right, std::uint32_t rank, std::int32_t merged)
{
    reserve(m_count + 1);
    const std::uint64_t key = keyOf(left, right);
    const std::uint64_t hash = hashOf(key);
    m_filter[filterIndex(hash)] |= filterBits(hash);
    std::size_t at = indexOf(hash);
    while (m_slots[at].key != kFree && m_slots[at].key != key)
        at = (at + 1) & m_mask;
    if (m_slots[at].key == kFree)
        ++m_count;
    m_slots[at] = { key, (static_cast<Merge>(rank) << 32) | static_cast<std::uint32_t>(merged) };
}

} // namespace temper

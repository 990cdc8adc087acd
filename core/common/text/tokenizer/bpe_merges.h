// SPDX-License-Identifier: Apache-2.0
// Which two neighbouring tokens merge into which third, and how early: a flat hash table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace temper {

// rank << 32 | merged id: the smaller, the earlier. kNoMerge is larger than any.
using Merge = std::uint64_t;
inline constexpr Merge kNoMerge = ~Merge(0);
inline std::int32_t mergedId(Merge merge)
{
    return static_cast<std::int32_t>(merge & 0xFFFFFFFF);
}

class BpeMerges {
public:
    void reserve(std::size_t merges);
    // A pair given again takes the later rank, as the reference does.
    void add(std::int32_t left, std::int32_t right, std::uint32_t rank, std::int32_t merged);

    Merge find(std::int32_t left, std::int32_t right) const
    {
        const std::uint64_t key = keyOf(left, right);
        const std::uint64_t hash = hashOf(key);
        const std::uint64_t bits = filterBits(hash);
        if ((m_filter[filterIndex(hash)] & bits) != bits)
            return kNoMerge;
        for (std::size_t at = indexOf(hash);; at = (at + 1) & m_mask) {
            const Slot& slot = m_slots[at];
            if (slot.key == key)
                return slot.merge;
            if (slot.key == kFree)
                return kNoMerge;
        }
    }

    // Both ids in one number.
    static std::uint64_t keyOf(std::int32_t left, std::int32_t right)
    {
        return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32)
            | static_cast<std::uint32_t>(right);
    }

    std::size_t count() const { return m_count; }
    template <typename Visit> void forEach(Visit visit) const
    {
        for (const Slot& slot : m_slots)
            if (slot.key != kFree)
                visit(static_cast<std::int32_t>(slot.key >> 32),
                    static_cast<std::int32_t>(slot.key & 0xFFFFFFFF), slot.merge);
    }

private:
    static constexpr std::uint64_t kFree = ~std::uint64_t(0);
    struct Slot {
        std::uint64_t key = kFree;
        Merge merge = kNoMerge;
    };

    static std::uint64_t hashOf(std::uint64_t key)
    {
        const std::uint64_t mixed = key * 0x9E3779B97F4A7C15ULL;
        return (mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93ULL;
    }
    std::size_t indexOf(std::uint64_t hash) const { return hash >> m_shift; }

    // Most neighbours do not merge. A filter that fits the second-level cache says so without a visit to the
    // table: two bits of one word a pair.
    static std::uint64_t filterBits(std::uint64_t hash)
    {
        return (std::uint64_t(1) << (hash & 63)) | (std::uint64_t(1) << ((hash >> 6) & 63));
    }
    std::size_t filterIndex(std::uint64_t hash) const { return (hash >> 12) & m_filterMask; }
    void rehash(int bits);

    std::vector<Slot> m_slots = std::vector<Slot>(2); // a power of two
    std::vector<std::uint64_t> m_filter = std::vector<std::uint64_t>(1);
    std::size_t m_mask = 1;
    std::size_t m_filterMask = 0;
    int m_shift = 63;
    std::size_t m_count = 0;
};

} // namespace temper

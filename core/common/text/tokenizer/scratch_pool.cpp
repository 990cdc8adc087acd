// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/scratch_pool.h"

#include <functional>
#include <thread>

namespace temper {

ScratchPool::~ScratchPool()
{
    for (Slot& slot : m_slots)
        delete slot.scratch.load();
}

// A thread prefers one slot, so that it meets its own warm caches again.
ScratchPool::Lease::Lease(ScratchPool& pool)
    : m_pool(pool)
    , m_slot(std::hash<std::thread::id>()(std::this_thread::get_id()) % kSlots)
{
    for (std::size_t i = 0; i < kSlots && m_scratch == nullptr; ++i) {
        std::atomic<ModelScratch*>& slot = pool.m_slots[(m_slot + i) % kSlots].scratch;
        if (slot.load(std::memory_order_relaxed) == nullptr)
            continue;
        m_scratch.reset(slot.exchange(nullptr, std::memory_order_acquire));
        if (m_scratch != nullptr)
            m_slot = (m_slot + i) % kSlots;
    }
    if (m_scratch == nullptr)
        m_scratch = pool.m_model.makeScratch();
}

ScratchPool::Lease::~Lease()
{
    for (std::size_t i = 0; i < kSlots; ++i) {
        ModelScratch* expected = nullptr;
        std::atomic<ModelScratch*>& slot = m_pool.m_slots[(m_slot + i) % kSlots].scratch;
        if (slot.compare_exchange_strong(expected, m_scratch.get(), std::memory_order_release)) {
            m_scratch.release();
            return;
        }
    }
}

} // namespace temper

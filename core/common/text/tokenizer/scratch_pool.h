// SPDX-License-Identifier: Apache-2.0
// Scratches that threads borrow for one call: no locks, and never more kept than slots.
#pragma once

#include "core/common/text/tokenizer/token_model.h"

#include <array>
#include <atomic>

namespace temper {

class ScratchPool {
public:
    explicit ScratchPool(const TokenModel& model)
        : m_model(model)
    {
    }
    ~ScratchPool();
    ScratchPool(const ScratchPool&) = delete;
    ScratchPool& operator=(const ScratchPool&) = delete;

    // Gives the scratch back when it goes out of scope.
    class Lease {
    public:
        explicit Lease(ScratchPool& pool);
        ~Lease();
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        ModelScratch& operator*() const { return *m_scratch; }

    private:
        ScratchPool& m_pool;
        std::size_t m_slot;
        std::unique_ptr<ModelScratch> m_scratch;
    };

private:
    static constexpr std::size_t kSlots = 64;
    struct alignas(64) Slot {
        std::atomic<ModelScratch*> scratch = nullptr;
    };
    const TokenModel& m_model;
    std::array<Slot, kSlots> m_slots;
};

} // namespace temper

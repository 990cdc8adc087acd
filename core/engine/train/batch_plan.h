// SPDX-License-Identifier: Apache-2.0
// Which samples every optimizer step takes: a pure function of their lengths, the recipe and the step's number.
// Not for several threads at once.
#pragma once

#include "core/common/recipe/recipe.h"

#include <cstdint>
#include <vector>

namespace temper {

using MicroBatch = std::vector<std::uint64_t>; // samples of one pass, each attending only to itself

class BatchPlan {
public:
    // lengths: tokens of every sample. With packing, samples are put together first-fit into pieces of at most cutoff_len
    // tokens, and a piece counts as one row of the batch.
    BatchPlan(const std::vector<std::uint64_t>& lengths, const Recipe& recipe);

    std::int64_t stepsPerEpoch() const;
    std::int64_t totalSteps() const { return m_totalSteps; }
    double epochAfter(std::int64_t step) const; // share of the data gone through after `step` steps

    // The passes of optimizer step `step`, counted from 0. Epochs differ in order unless shuffling is off.
    std::vector<MicroBatch> step(std::int64_t step) const;

private:
    const std::vector<std::uint64_t>& orderOf(std::int64_t epoch) const;

    std::vector<std::vector<std::uint64_t>> m_rows; // samples of each row of a batch
    std::int64_t m_batchRows;
    std::int64_t m_accumulation;
    bool m_shuffles;
    std::uint64_t m_seed;
    std::int64_t m_totalSteps;
    mutable std::int64_t m_orderedEpoch = -1; // of m_order: steps are mostly asked for one after the other
    mutable std::vector<std::uint64_t> m_order;
};

} // namespace temper

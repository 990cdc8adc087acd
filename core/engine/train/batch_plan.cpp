// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/batch_plan.h"

#include "core/common/base/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace temper {

namespace {

// First-fit over the most recent open pieces: bounded work a sample, and short samples still fill the gaps.
constexpr std::size_t kOpenPieces = 64;

std::vector<std::vector<std::uint64_t>> packed(const std::vector<std::uint64_t>& lengths, std::uint64_t room)
{
    std::vector<std::vector<std::uint64_t>> pieces;
    std::vector<std::uint64_t> left;
    for (std::uint64_t sample = 0; sample < lengths.size(); ++sample) {
        std::size_t piece = pieces.size() > kOpenPieces ? pieces.size() - kOpenPieces : 0;
        while (piece < pieces.size() && left[piece] < lengths[sample])
            ++piece;
        if (piece == pieces.size()) {
            pieces.emplace_back();
            left.push_back(room);
        }
        pieces[piece].push_back(sample);
        left[piece] -= std::min(left[piece], lengths[sample]);
    }
    return pieces;
}

std::vector<std::vector<std::uint64_t>> single(std::size_t samples)
{
    std::vector<std::vector<std::uint64_t>> rows(samples);
    for (std::size_t i = 0; i < samples; ++i)
        rows[i] = { i };
    return rows;
}

} // namespace

BatchPlan::BatchPlan(const std::vector<std::uint64_t>& lengths, const Recipe& recipe)
    : m_rows(recipe.packing ? packed(lengths, static_cast<std::uint64_t>(recipe.cutoffLen)) : single(lengths.size()))
    , m_batchRows(recipe.perDeviceTrainBatchSize)
    , m_accumulation(recipe.gradientAccumulationSteps)
    , m_shuffles(!recipe.disableShuffling)
    , m_seed(static_cast<std::uint64_t>(recipe.seed))
    , m_totalSteps(recipe.maxSteps)
{
    if (m_totalSteps <= 0)
        m_totalSteps = std::max<std::int64_t>(
            1, static_cast<std::int64_t>(std::ceil(recipe.numTrainEpochs * static_cast<double>(stepsPerEpoch()))));
}

std::int64_t BatchPlan::stepsPerEpoch() const
{
    const std::int64_t rowsPerStep = m_batchRows * m_accumulation;
    return (static_cast<std::int64_t>(m_rows.size()) + rowsPerStep - 1) / rowsPerStep;
}

double BatchPlan::epochAfter(std::int64_t step) const
{
    return static_cast<double>(step) / static_cast<double>(stepsPerEpoch());
}

const std::vector<std::uint64_t>& BatchPlan::orderOf(std::int64_t epoch) const
{
    if (epoch == m_orderedEpoch)
        return m_order;
    m_orderedEpoch = epoch;
    if (m_shuffles) {
        Random random(m_seed, static_cast<std::uint64_t>(epoch));
        m_order = permutation(m_rows.size(), random);
    } else {
        m_order.resize(m_rows.size());
        std::iota(m_order.begin(), m_order.end(), 0);
    }
    return m_order;
}

std::vector<MicroBatch> BatchPlan::step(std::int64_t step) const
{
    const std::vector<std::uint64_t>& order = orderOf(step / stepsPerEpoch());
    std::size_t row = static_cast<std::size_t>((step % stepsPerEpoch()) * m_batchRows * m_accumulation);
    std::vector<MicroBatch> passes;
    for (std::int64_t pass = 0; pass < m_accumulation && row < order.size(); ++pass) {
        MicroBatch samples;
        for (std::int64_t i = 0; i < m_batchRows && row < order.size(); ++i, ++row)
            samples.insert(samples.end(), m_rows[order[row]].begin(), m_rows[order[row]].end());
        passes.push_back(std::move(samples));
    }
    return passes;
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/engine/generate/prompt_search.h"

#include "core/engine/generate/logits_steps.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace temper {

BestContinuations::BestContinuations(std::size_t count)
    : m_count(count)
{
}

bool BestContinuations::Better::operator()(const Continuation& a, const Continuation& b) const
{
    return a.score != b.score ? a.score > b.score : std::tie(a.beam, a.id) < std::tie(b.beam, b.id);
}

void BestContinuations::add(std::size_t beam, float beamScore, std::span<const float> logProbabilities)
{
    float floor = -std::numeric_limits<float>::infinity();
    if (m_best.size() == m_count)
        floor = m_best.top().score;
    for (std::size_t id = 0; id < logProbabilities.size(); ++id) {
        const float score = beamScore + logProbabilities[id];
        if (!(score
                > floor)) // beams and ids come in rising order: an equal one never displaces an earlier one
            continue;
        m_best.push({ score, beam, static_cast<std::int32_t>(id) });
        if (m_best.size() > m_count)
            m_best.pop();
        if (m_best.size() == m_count)
            floor = m_best.top().score;
    }
}

std::vector<Continuation> BestContinuations::take()
{
    std::vector<Continuation> sorted(m_best.size());
    for (std::size_t i = sorted.size(); i-- > 0; m_best.pop())
        sorted[i] = m_best.top();
    return sorted;
}

std::size_t continuationsToKeep(std::size_t beams, const BeamRules& rules)
{
    return beams * std::max<std::size_t>(2, 1 + rules.stopIds.size());
}

std::vector<float> beamLogProbabilities(std::span<const float> logits,
    std::span<const std::int32_t> prompt,
    std::span<const std::int32_t> newIds,
    const BeamRules& rules)
{
    std::vector<float> row(logits.begin(), logits.end());
    logSoftmax(row);
    if (rules.repetitionPenalty == 1 && rules.noRepeatNgramSize <= 0)
        return row;
    std::vector<std::int32_t> previous(prompt.begin(), prompt.end());
    previous.insert(previous.end(), newIds.begin(), newIds.end());
    penalizeRepetition(row, previous, static_cast<float>(rules.repetitionPenalty));
    banRepeatedNgrams(row, previous, rules.noRepeatNgramSize);
    return row;
}

bool endsSequence(std::span<const std::int32_t> newIds, const BeamRules& rules)
{
    return std::find(rules.stopIds.begin(), rules.stopIds.end(), newIds.back()) != rules.stopIds.end()
        || (rules.stopsAt && rules.stopsAt(newIds));
}

std::vector<std::int32_t> withNext(std::span<const std::int32_t> ids, std::int32_t next)
{
    std::vector<std::int32_t> longer;
    longer.reserve(ids.size() + 1);
    longer.assign(ids.begin(), ids.end());
    longer.push_back(next);
    return longer;
}

} // namespace temper

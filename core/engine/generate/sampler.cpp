// SPDX-License-Identifier: Apache-2.0
#include "core/engine/generate/sampler.h"

#include "core/common/base/error.h"

#include <cmath>
#include <limits>
#include <string>

namespace temper {

namespace {

struct Range {
    const char* name;
    double value;
    double low, high;
};

bool changesLogits(const SamplingSettings& settings)
{
    return settings.repetitionPenalty != 1 || settings.noRepeatNgramSize > 0;
}

std::vector<float> withPenalties(std::span<const float> logits,
    std::span<const std::int32_t> previous,
    const SamplingSettings& settings)
{
    std::vector<float> scores(logits.begin(), logits.end());
    penalizeRepetition(scores, previous, static_cast<float>(settings.repetitionPenalty));
    banRepeatedNgrams(scores, previous, settings.noRepeatNgramSize);
    return scores;
}

std::int32_t greedyChoice(std::span<const float> logits,
    std::span<const std::int32_t> previous,
    const SamplingSettings& settings)
{
    const std::int32_t best
        = changesLogits(settings) ? argmax(withPenalties(logits, previous, settings)) : argmax(logits);
    if (logits.empty() || std::isnan(logits[static_cast<std::size_t>(best)]))
        throw Error(ErrorKind::Input, "gave no number for any next token.", "the model",
            "Its weights or adapter hold NaN or are damaged; try an earlier checkpoint.");
    return best;
}

} // namespace

void checkSampling(const SamplingSettings& settings)
{
    constexpr double kTiny = std::numeric_limits<double>::min();
    const Range ranges[] = {
        { "temperature", settings.temperature, 0, 1e6 },
        { "top-k", static_cast<double>(settings.topK), 0, 1e9 },
        { "top-p", settings.topP, 0, 1 },
        { "min-p", settings.minP, 0, 1 },
        { "typical-p", settings.typicalP, kTiny, 1 },
        { "repetition-penalty", settings.repetitionPenalty, kTiny, 1e6 },
        { "no-repeat-ngram-size", static_cast<double>(settings.noRepeatNgramSize), 0, 1e9 },
        { "min-tokens-to-keep", static_cast<double>(settings.minTokensToKeep), 1, 1e9 },
    };
    for (const Range& range : ranges)
        if (!(range.value >= range.low && range.value <= range.high)) {
            const bool above = range.low == kTiny;
            throw Error(ErrorKind::Usage,
                "is " + std::to_string(range.value) + ", outside its range"
                    + (range.high == 1 ? (above ? " (above 0, at most 1)." : " (0 to 1).")
                                       : (above ? " (above 0)." : " (0 or more).")),
                range.name, "Choose a value within the range.");
        }
}

std::vector<Candidate> processLogits(std::span<const float> logits,
    std::span<const std::int32_t> previous,
    const SamplingSettings& settings)
{
    std::vector<float> changed;
    if (changesLogits(settings)) {
        changed = withPenalties(logits, previous, settings);
        logits = changed;
    }
    const float temperature = settings.greedy() ? 1.0F : static_cast<float>(settings.temperature);
    std::vector<Candidate> candidates;
    candidates.reserve(logits.size());
    for (std::size_t id = 0; id < logits.size(); ++id)
        if (logits[id] > -std::numeric_limits<float>::infinity())
            candidates.push_back({ static_cast<std::int32_t>(id), logits[id] / temperature });
    if (settings.greedy())
        return candidates;
    if (settings.topK > 0)
        keepTopK(candidates, settings.topK, settings.minTokensToKeep);
    keepTopP(candidates, settings.topP, settings.minTokensToKeep);
    keepMinP(candidates, settings.minP, settings.minTokensToKeep);
    keepTypical(candidates, settings.typicalP, settings.minTokensToKeep);
    return candidates;
}

Sampler::Sampler(const SamplingSettings& settings, std::uint64_t stream)
    : m_settings(settings)
    , m_random(settings.seed, stream)
{
    checkSampling(settings);
}

std::int32_t Sampler::choose(std::span<const float> logits, std::span<const std::int32_t> previous)
{
    if (m_settings.greedy())
        return greedyChoice(logits, previous, m_settings);
    const std::vector<Candidate> candidates = processLogits(logits, previous, m_settings);
    if (candidates.empty())
        return greedyChoice(logits, previous, m_settings);
    const std::vector<float> probabilities = softmax(candidates);
    double left = m_random.uniform();
    std::size_t chosen = 0; // rounding may leave a rest beyond the last: the most probable token takes it
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        left -= static_cast<double>(probabilities[i]);
        if (left < 0)
            return candidates[i].id;
        if (probabilities[i] > probabilities[chosen])
            chosen = i;
    }
    return candidates[chosen].id;
}

} // namespace temper

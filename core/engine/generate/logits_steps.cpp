// SPDX-License-Identifier: Apache-2.0
#include "core/engine/generate/logits_steps.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>

namespace temper {

namespace {

constexpr float kBanned = -std::numeric_limits<float>::infinity();

float largestScore(std::span<const Candidate> candidates)
{
    float largest = kBanned;
    for (const Candidate& candidate : candidates)
        largest = std::max(largest, candidate.score);
    return largest;
}

// Orders indices lazily: a cut usually falls among the first few dozen of a vocabulary of 150 000, so the
// whole is never sorted.
template <typename Before> class LazyOrder {
public:
    LazyOrder(std::size_t count, Before before)
        : m_indices(count)
        , m_before(std::move(before))
    {
        std::iota(m_indices.begin(), m_indices.end(), std::size_t { 0 });
    }

    std::size_t operator[](std::size_t rank)
    {
        while (rank >= m_sorted)
            sortMore();
        return m_indices[rank];
    }

private:
    void sortMore()
    {
        constexpr std::size_t kFirst = 64;
        const std::size_t next = std::min(m_indices.size(), std::max(kFirst, m_sorted * 8));
        const auto begin = m_indices.begin() + static_cast<std::ptrdiff_t>(m_sorted);
        const auto middle = m_indices.begin() + static_cast<std::ptrdiff_t>(next);
        if (middle != m_indices.end())
            std::nth_element(begin, middle, m_indices.end(), m_before);
        std::sort(begin, middle, m_before);
        m_sorted = next;
    }

    std::vector<std::size_t> m_indices;
    Before m_before;
    std::size_t m_sorted = 0;
};

void keepMarked(std::vector<Candidate>& candidates, const std::vector<char>& kept)
{
    std::size_t out = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (kept[i])
            candidates[out++] = candidates[i];
    candidates.resize(out);
}

auto byScore(const std::vector<Candidate>& candidates)
{
    // Of equal scores the later one counts as larger, as in the reference's ascending stable sort.
    return LazyOrder(candidates.size(), [&candidates](std::size_t a, std::size_t b) {
        const float left = candidates[a].score, right = candidates[b].score;
        return left != right ? left > right : a > b;
    });
}

std::size_t atLeast(const std::vector<Candidate>& candidates, int minimum)
{
    return std::min(candidates.size(), static_cast<std::size_t>(std::max(minimum, 1)));
}

} // namespace

double logSumExp(std::span<const float> scores)
{
    float largest = kBanned;
    for (const float score : scores)
        largest = std::max(largest, score);
    if (largest == kBanned)
        return static_cast<double>(kBanned);
    double sum = 0;
    for (const float score : scores)
        sum += static_cast<double>(std::exp(score - largest));
    return static_cast<double>(largest) + std::log(sum);
}

void logSoftmax(std::span<float> scores)
{
    const double total = logSumExp(scores);
    for (float& score : scores)
        score = static_cast<float>(static_cast<double>(score) - total);
}

std::int32_t argmax(std::span<const float> scores)
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < scores.size(); ++i)
        if (scores[i] > scores[best] || std::isnan(scores[best]))
            best = i;
    return static_cast<std::int32_t>(best);
}

void penalizeRepetition(std::span<float> scores, std::span<const std::int32_t> previous, float penalty)
{
    if (penalty == 1.0F)
        return;
    std::vector<std::int32_t> ids(previous.begin(), previous.end());
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    for (const std::int32_t id : ids) {
        if (id < 0 || static_cast<std::size_t>(id) >= scores.size())
            continue;
        float& score = scores[static_cast<std::size_t>(id)];
        score = score < 0 ? score * penalty : score / penalty;
    }
}

void banRepeatedNgrams(std::span<float> scores, std::span<const std::int32_t> previous, int size)
{
    if (size <= 0 || previous.size() < static_cast<std::size_t>(size))
        return;
    const std::size_t prefixLength = static_cast<std::size_t>(size) - 1;
    const auto prefix = previous.last(prefixLength);
    for (std::size_t begin = 0; begin + prefixLength < previous.size(); ++begin) {
        const std::int32_t id = previous[begin + prefixLength];
        if (id >= 0 && static_cast<std::size_t>(id) < scores.size()
            && std::equal(
                prefix.begin(), prefix.end(), previous.begin() + static_cast<std::ptrdiff_t>(begin)))
            scores[static_cast<std::size_t>(id)] = kBanned;
    }
}

void keepTopK(std::vector<Candidate>& candidates, int k, int minimum)
{
    const std::size_t count = static_cast<std::size_t>(std::max({ k, minimum, 1 }));
    if (count >= candidates.size())
        return;
    std::priority_queue<float, std::vector<float>, std::greater<>> largest;
    for (const Candidate& candidate : candidates) {
        if (largest.size() < count) {
            largest.push(candidate.score);
        } else if (candidate.score > largest.top()) {
            largest.pop();
            largest.push(candidate.score);
        }
    }
    const float cut = largest.top();
    std::erase_if(candidates, [cut](const Candidate& candidate) { return candidate.score < cut; });
}

void keepTopP(std::vector<Candidate>& candidates, double p, int minimum)
{
    if (p >= 1 || candidates.empty())
        return;
    const std::vector<float> probabilities = softmax(candidates);
    double total = 0;
    for (const float probability : probabilities)
        total += static_cast<double>(probability);
    // The reference drops a token when it and all smaller ones together hold no more than 1 - p.
    const double limit = static_cast<double>(static_cast<float>(1 - p));
    auto order = byScore(candidates);
    const std::size_t least = atLeast(candidates, minimum);
    std::vector<char> kept(candidates.size(), 0);
    double larger = 0;
    for (std::size_t rank = 0; rank < candidates.size(); ++rank) {
        const std::size_t index = order[rank];
        if (rank >= least && static_cast<double>(static_cast<float>(total - larger)) <= limit)
            break;
        kept[index] = 1;
        larger += static_cast<double>(probabilities[index]);
    }
    keepMarked(candidates, kept);
}

void keepMinP(std::vector<Candidate>& candidates, double p, int minimum)
{
    if (p <= 0 || candidates.empty())
        return;
    const std::vector<float> probabilities = softmax(candidates);
    const float limit = static_cast<float>(p) * *std::max_element(probabilities.begin(), probabilities.end());
    std::vector<char> kept(candidates.size(), 0);
    std::size_t count = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        count += kept[i] = probabilities[i] >= limit;
    const std::size_t least = atLeast(candidates, minimum);
    auto order = byScore(candidates);
    for (std::size_t rank = 0; count < least && rank < least; ++rank)
        kept[order[rank]] = 1;
    keepMarked(candidates, kept);
}

void keepTypical(std::vector<Candidate>& candidates, double mass, int minimum)
{
    if (mass >= 1 || candidates.empty())
        return;
    const std::vector<float> probabilities = softmax(candidates);
    const float largest = largestScore(candidates);
    double sum = 0;
    for (const Candidate& candidate : candidates)
        sum += static_cast<double>(std::exp(candidate.score - largest));
    const float logTotal = largest + static_cast<float>(std::log(sum));
    double entropy = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (candidates[i].score != kBanned)
            entropy -= static_cast<double>((candidates[i].score - logTotal) * probabilities[i]);
    std::vector<float> distance(candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i)
        distance[i] = std::abs(logTotal - candidates[i].score - static_cast<float>(entropy));

    LazyOrder order(candidates.size(), [&distance](std::size_t a, std::size_t b) {
        return distance[a] != distance[b] ? distance[a] < distance[b] : a < b;
    });
    const float limit = static_cast<float>(mass);
    double held = 0;
    std::size_t rank = 0;
    for (; rank + 1 < candidates.size(); ++rank) {
        held += static_cast<double>(probabilities[order[rank]]);
        if (static_cast<float>(held) >= limit)
            break;
    }
    const float cut = distance[order[rank]];
    std::vector<char> kept(candidates.size(), 0);
    for (std::size_t i = 0; i < candidates.size(); ++i)
        kept[i] = distance[i] <= cut;
    for (std::size_t i = 0; i < atLeast(candidates, minimum); ++i)
        kept[order[i]] = 1;
    keepMarked(candidates, kept);
}

std::vector<float> softmax(std::span<const Candidate> candidates)
{
    const float largest = largestScore(candidates);
    std::vector<float> probabilities(candidates.size());
    double sum = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        probabilities[i] = std::exp(candidates[i].score - largest);
        sum += static_cast<double>(probabilities[i]);
    }
    for (float& probability : probabilities)
        probability = static_cast<float>(static_cast<double>(probability) / sum);
    return probabilities;
}

} // namespace temper

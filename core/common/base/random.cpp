// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/random.h"

#include <bit>
#include <cassert>
#include <cmath>
#include <numeric>

namespace temper {
namespace {

std::uint64_t splitMix64(std::uint64_t& state)
{
    state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
}

} // namespace

Random::Random(std::uint64_t seed, std::uint64_t stream)
{
    std::uint64_t source = stream;
    source = seed ^ (stream == 0 ? 0 : splitMix64(source));
    for (std::uint64_t& word : m_state)
        word = splitMix64(source);
}

Random::Random(const State& state)
    : m_state(state)
{
}

std::uint64_t Random::next()
{
    const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17U;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

std::uint64_t Random::below(std::uint64_t bound)
{
    assert(bound > 0);
    const std::uint64_t surplus = (0 - bound) % bound; // 2^64 mod bound values would come up once too often
    while (true) {
        const std::uint64_t drawn = next();
        if (drawn >= surplus)
            return drawn % bound;
    }
}

double Random::uniform()
{
    return static_cast<double>(next() >> 11U) * 0x1.0p-53;
}

double Random::normal()
{
    while (true) {
        const double x = 2 * uniform() - 1;
        const double y = 2 * uniform() - 1;
        const double square = x * x + y * y;
        if (square > 0 && square < 1)
            return x * std::sqrt(-2 * std::log(square) / square);
    }
}

std::vector<std::uint64_t> permutation(std::uint64_t count, Random& random)
{
    std::vector<std::uint64_t> order(count);
    std::iota(order.begin(), order.end(), std::uint64_t { 0 });
    shuffle(std::span(order), random);
    return order;
}

std::size_t drawIndex(std::span<const double> weights, Random& random)
{
    double left = random.uniform() * std::accumulate(weights.begin(), weights.end(), 0.0);
    std::size_t last = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] <= 0)
            continue;
        last = i;
        if (left < weights[i])
            return i;
        left -= weights[i];
    }
    return last; // the sum was rounded up
}

} // namespace temper

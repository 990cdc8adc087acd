// SPDX-License-Identifier: Apache-2.0
// Random numbers that are the same on every machine and compiler, and whose state fits into a checkpoint.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace temper {

// xoshiro256** of Blackman and Vigna, seeded through SplitMix64.
class Random {
public:
    using State = std::array<std::uint64_t, 4>;

    // Another stream of the same seed (an epoch, a data set, a purpose) is independent of it.
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0);
    explicit Random(const State& state);

    std::uint64_t next(); // all 64 bits
    std::uint64_t below(std::uint64_t bound); // evenly in [0, bound), bound at least 1; without modulo bias
    double uniform(); // in [0, 1), 53 bits
    double normal(); // mean 0, variance 1 (polar method; nothing is kept over to the next call)

    const State& state() const noexcept { return m_state; }

private:
    State m_state {};
};

// Fisher and Yates, from the end.
template <typename Value> void shuffle(std::span<Value> values, Random& random)
{
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[random.below(i)]);
}

// 0 … count - 1 in random order.
std::vector<std::uint64_t> permutation(std::uint64_t count, Random& random);

// An index drawn with probability weight / sum of weights. Weights are at least 0 and not all 0.
std::size_t drawIndex(std::span<const double> weights, Random& random);

} // namespace temper

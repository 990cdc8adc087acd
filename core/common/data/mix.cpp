// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/mix.h"

#include "core/common/base/error.h"
#include "core/common/base/random.h"

#include <algorithm>
#include <string>

namespace temper {

namespace {

std::uint64_t usedRows(const MixPart& part)
{
    return std::min(part.rows, part.maxSamples.value_or(part.rows));
}

void check(const std::vector<MixPart>& parts, MixStrategy strategy)
{
    const auto weighted
        = std::count_if(parts.begin(), parts.end(), [](const MixPart& p) { return p.weight > 0; });
    const bool bad
        = std::any_of(parts.begin(), parts.end(), [](const MixPart& p) { return !(p.weight >= 0); });
    if (bad || (weighted != 0 && static_cast<std::size_t>(weighted) != parts.size()))
        throw Error(ErrorKind::Usage, "every set needs a weight above 0, or none has one.", "mix");
    const bool empty
        = std::any_of(parts.begin(), parts.end(), [](const MixPart& p) { return usedRows(p) == 0; });
    if (empty && strategy != MixStrategy::Concat)
        throw Error(ErrorKind::Usage, "a set without rows cannot be interleaved.", "mix");
}

// The sets in turns, or by their weights.
class Draw {
public:
    Draw(const std::vector<MixPart>& parts, std::uint64_t seed)
        : m_random(seed)
    {
        for (const MixPart& part : parts)
            m_weights.push_back(part.weight);
    }

    std::size_t next()
    {
        return m_weights.front() == 0 ? m_turn++ % m_weights.size() : drawIndex(m_weights, m_random);
    }

private:
    Random m_random;
    std::size_t m_turn = 0;
    std::vector<double> m_weights;
};

} // namespace

MixStrategy parseMixStrategy(std::string_view name)
{
    if (name == "concat")
        return MixStrategy::Concat;
    if (name == "interleave_under")
        return MixStrategy::InterleaveUnder;
    if (name == "interleave_over")
        return MixStrategy::InterleaveOver;
    throw Error(ErrorKind::Usage, "\"" + std::string(name) + "\" is not a way to mix.", "mix_strategy",
        "Use concat, interleave_under or interleave_over.");
}

std::vector<MixedRow> mixRows(const std::vector<MixPart>& parts, MixStrategy strategy, std::uint64_t seed)
{
    check(parts, strategy);
    std::vector<MixedRow> mixed;
    if (strategy == MixStrategy::Concat || parts.empty()) {
        for (std::uint32_t set = 0; set < parts.size(); ++set)
            for (std::uint64_t row = 0; row < usedRows(parts[set]); ++row)
                mixed.push_back({ set, row });
        return mixed;
    }
    Draw draw(parts, seed);
    std::vector<std::uint64_t> next(parts.size(), 0);
    std::vector<bool> usedUp(parts.size(), false);
    std::size_t left = strategy == MixStrategy::InterleaveUnder ? 1 : parts.size();
    while (left > 0) {
        const std::size_t set = draw.next();
        const std::uint64_t rows = usedRows(parts[set]);
        mixed.push_back({ static_cast<std::uint32_t>(set), next[set] % rows });
        if (++next[set] >= rows && !usedUp[set]) {
            usedUp[set] = true;
            --left;
        }
    }
    return mixed;
}

} // namespace temper

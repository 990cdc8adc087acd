// SPDX-License-Identifier: Apache-2.0
// Puts several data sets together in one order of rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace temper {

enum class MixStrategy {
    Concat, // one set after the other; weights have no say
    InterleaveUnder, // in turns until the first set is used up
    InterleaveOver, // in turns until every set was used up once; smaller ones begin anew
};

// "concat", "interleave_under", "interleave_over". Throws Error(Usage) for another name.
MixStrategy parseMixStrategy(std::string_view name);

struct MixPart {
    std::uint64_t rows = 0;
    double weight = 0; // share of the draws, in any unit; all 0: strictly in turns
    std::optional<std::uint64_t> maxSamples; // only the first rows of the set
};

struct MixedRow {
    std::uint32_t set = 0;
    std::uint64_t row = 0;
    bool operator==(const MixedRow&) const = default;
};

// Interleaving draws the set of each next row by its weight (drawIndex() with Random(seed)) and takes the
// sets' rows in their order, as LLaMA-Factory's mix_strategy does (with other random numbers). Throws
// Error(Usage) for weights that are negative, or of which some but not all are 0.
std::vector<MixedRow> mixRows(const std::vector<MixPart>& parts, MixStrategy strategy, std::uint64_t seed);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// What two sequences do not share: the difference behind every comparison of texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace temper {

struct Difference {
    std::vector<bool> onlyLeft; // as long as the left sequence
    std::vector<bool> onlyRight;
    std::size_t common = 0; // length of a longest common subsequence, which is what is not marked
};

// Elements are equal where their numbers are. Time and memory: left · right / 64 words (bit-parallel longest
// common subsequence, H. Hyyrö, "Bit-parallel LCS-length computation revisited", 2004).
Difference differenceOf(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right);

} // namespace temper

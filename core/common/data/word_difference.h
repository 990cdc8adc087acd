// SPDX-License-Identifier: Apache-2.0
// Which words two texts do not share, and where they stand: for answers side by side.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace temper {

struct WordPlace {
    std::size_t begin = 0; // bytes
    std::size_t end = 0;

    bool operator==(const WordPlace&) const = default;
};

struct WordDifference {
    std::vector<WordPlace> onlyLeft; // words that touch, as Chinese ones do, are one span
    std::vector<WordPlace> onlyRight;
    std::size_t leftWords = 0;
    std::size_t rightWords = 0;
    std::size_t commonWords = 0; // in the same order on both sides

    // Fewer than half of the shorter text's words are the other's too: marking them would mark nearly all.
    bool isTooGreatToMark() const;
};

// Words are those of wordsOf(): case, width and accents make no difference, and punctuation is no word.
WordDifference wordDifference(std::string_view left, std::string_view right);

} // namespace temper

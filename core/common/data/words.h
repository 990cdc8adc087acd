// SPDX-License-Identifier: Apache-2.0
// The words of a text, the same for search, shingles and counts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

// A word is a run of letters or digits, each Han or Kana character is a word of its own. Compatibility forms
// and upper case are folded (NFKC_Casefold); combining marks are dropped for Latin, Greek and Cyrillic
// letters only. Words are joined by one blank. A word longer than 200 bytes is cut there. Invalid UTF-8
// separates words.
std::string wordsOf(std::string_view text);

struct WordSpan {
    std::string word; // folded
    std::size_t begin = 0; // bytes of the text as given
    std::size_t end = 0;

    bool operator==(const WordSpan&) const = default;
};

// The same words with the places where they stand.
std::vector<WordSpan> wordSpans(std::string_view text);

} // namespace temper

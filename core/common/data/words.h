// SPDX-License-Identifier: Apache-2.0
// The words of a text, the same for search, shingles and counts.
#pragma once

#include <string>
#include <string_view>

namespace temper {

// A word is a run of letters or digits, each Han or Kana character is a word of its own. Compatibility forms
// and upper case are folded (NFKC_Casefold); combining marks are dropped for Latin, Greek and Cyrillic
// letters only. Words are joined by one blank. A word longer than 200 bytes is cut there. Invalid UTF-8
// separates words.
std::string wordsOf(std::string_view text);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// How many rows a data file has and how long they are: what a first recipe is made from.
#pragma once

#include "core/common/base/progress.h"

#include <cstdint>
#include <filesystem>

namespace temper {

struct DataShape {
    std::uint64_t rows = 0; // usable ones
    std::uint64_t problems = 0; // rows that cannot be used
    std::uint64_t medianTokens = 0; // of one row with everything the chat template adds
    std::uint64_t longTokens = 0; // 99 of 100 rows are no longer
    std::uint64_t longestTokens = 0; // of the rows that were measured
    std::uint64_t measuredRows = 0; // a sample, spread evenly over the file
    bool isEstimated = false; // no model was given: tokens are reckoned from the characters
};

// Reads the file once, in bounded memory. `model` (a folder or GGUF file, or empty) lends tokenizer and chat
// template; with one that has no template rows are measured as plain text. Throws Error as readRows() and
// loadTokenizer() do.
DataShape measureData(const std::filesystem::path& file,
    const std::filesystem::path& model,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

// About how many tokens a text has: one for four Latin letters, one for each Han or Kana character.
std::uint64_t estimatedTokens(const std::string& text);

} // namespace temper

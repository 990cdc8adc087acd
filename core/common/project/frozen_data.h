// SPDX-License-Identifier: Apache-2.0
// The revision a run trains on: which rows of which sets, in which order, in which split, with the hash of
// each.
#pragma once

#include "core/common/data/row.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace temper {

enum class RowSplit { Train, Evaluation };

struct FrozenSet {
    std::string name; // of the project's set, or the file as the recipe names it
    std::uint64_t rows = 0; // of the whole set when it was frozen
};

struct FrozenRow {
    std::uint32_t set = 0; // index into sets
    std::uint64_t row = 0; // the row's id in its set (files: counted from 0)
    ContentHash hash {}; // of the row's content
    RowSplit split = RowSplit::Train;

    bool operator==(const FrozenRow&) const = default;
};

struct FrozenData {
    std::vector<FrozenSet> sets;
    std::vector<FrozenRow>
        rows; // in the order in which the unshuffled run takes them; a row may occur more than once
};

// One hash over sets, rows, order and splits: 32 hexadecimal digits.
std::string frozenDataHash(const FrozenData& data);

// JSON lines: the sets, then one [set, row, "hash", "train" or "evaluation"] a row. Written atomically.
void writeFrozenData(const std::filesystem::path& path, const FrozenData& data);

// Throws Error(Input) naming the line for a file that is no such list or lacks rows.
FrozenData readFrozenData(const std::filesystem::path& path);

} // namespace temper

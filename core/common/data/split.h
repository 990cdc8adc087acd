// SPDX-License-Identifier: Apache-2.0
// Divides the rows of a set into those that train and those that validate.
#pragma once

#include <cstdint>
#include <vector>

namespace temper {

struct SplitChoice {
    double valSize = 0.1; // as splitRows() takes it
    std::uint64_t seed = 42;
};

struct Split {
    std::vector<std::uint64_t> train; // row numbers, ascending
    std::vector<std::uint64_t> validation; // row numbers, ascending
};

// `valSize` below 1 is a share (rounded to the nearest row, at least one row), from 1 on a number of rows, 0
// none; at least one row always trains. The validation rows are the first ones of permutation(rows,
// Random(seed)) of random.h: the same on every machine. Throws Error(Usage) for a negative or fractional
// number of rows and when there are too few rows.
Split splitRows(std::uint64_t rows, double valSize, std::uint64_t seed);

} // namespace temper

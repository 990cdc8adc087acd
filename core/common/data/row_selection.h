// SPDX-License-Identifier: Apache-2.0
// Some rows of a data set, by position: what a list of a million rows is drawn from.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace temper {

// Row numbers in ascending order, reached by position without walking through them.
class RowSelection {
public:
    RowSelection() = default;
    static RowSelection allBut(std::uint64_t rows, std::vector<std::uint64_t> leftOut); // leftOut ascending
    static RowSelection of(std::vector<std::uint64_t> numbers); // ascending

    std::uint64_t size() const;
    std::uint64_t number(std::uint64_t position) const; // position < size()
    std::optional<std::uint64_t> positionOf(std::uint64_t number) const;

private:
    bool m_listed = true; // m_numbers are those selected, otherwise those left out of 0 … m_rows - 1
    std::uint64_t m_rows = 0;
    std::vector<std::uint64_t> m_numbers;
};

} // namespace temper

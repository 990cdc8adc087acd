// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/row_selection.h"

#include <algorithm>

namespace temper {

RowSelection RowSelection::allBut(std::uint64_t rows, std::vector<std::uint64_t> leftOut)
{
    RowSelection selection;
    selection.m_listed = false;
    selection.m_rows = rows;
    selection.m_numbers = std::move(leftOut);
    return selection;
}

RowSelection RowSelection::of(std::vector<std::uint64_t> numbers)
{
    RowSelection selection;
    selection.m_numbers = std::move(numbers);
    return selection;
}

std::uint64_t RowSelection::size() const
{
    return m_listed ? m_numbers.size() : m_rows - m_numbers.size();
}

std::uint64_t RowSelection::number(std::uint64_t position) const
{
    if (m_listed)
        return m_numbers[position];
    // Before the i-th row left out there are m_numbers[i] - i selected ones.
    std::size_t low = 0;
    std::size_t high = m_numbers.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (m_numbers[middle] - middle <= position)
            low = middle + 1;
        else
            high = middle;
    }
    return position + low;
}

std::optional<std::uint64_t> RowSelection::positionOf(std::uint64_t number) const
{
    const auto found = std::lower_bound(m_numbers.begin(), m_numbers.end(), number);
    const bool there = found != m_numbers.end() && *found == number;
    const auto before = static_cast<std::uint64_t>(found - m_numbers.begin());
    if (m_listed)
        return there ? std::optional(before) : std::nullopt;
    return there || number >= m_rows ? std::nullopt : std::optional(number - before);
}

} // namespace temper

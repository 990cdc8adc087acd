// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/difference.h"

#include <algorithm>
#include <unordered_map>

namespace temper {

namespace {

using Bits = std::vector<std::uint64_t>;
using Elements = std::span<const std::uint32_t>;

constexpr std::size_t kWordBits = 64;

bool bit(const Bits& bits, std::size_t index)
{
    return (bits[index / kWordBits] >> (index % kWordBits)) & 1U;
}

// For each element of `left` where it stands.
std::unordered_map<std::uint32_t, Bits> placesIn(Elements left)
{
    const std::size_t words = (left.size() + kWordBits - 1) / kWordBits;
    std::unordered_map<std::uint32_t, Bits> places;
    for (std::size_t i = 0; i < left.size(); ++i) {
        Bits& bits = places.try_emplace(left[i], words, 0).first->second;
        bits[i / kWordBits] |= std::uint64_t { 1 } << (i % kWordBits);
    }
    return places;
}

// v ← (v + (v & match)) | (v & ~match): a zero at i says that the longest common subsequence grows with
// left[i].
void advance(Bits& v, const Bits& match)
{
    std::uint64_t carry = 0;
    for (std::size_t w = 0; w < v.size(); ++w) {
        const std::uint64_t both = v[w] & match[w];
        const std::uint64_t partial = v[w] + both;
        const std::uint64_t sum = partial + carry;
        carry = static_cast<std::uint64_t>(partial < both) | static_cast<std::uint64_t>(sum < partial);
        v[w] = sum | (v[w] & ~match[w]);
    }
}

std::vector<Bits> rowsOf(Elements left, Elements right)
{
    const auto places = placesIn(left);
    Bits v((left.size() + kWordBits - 1) / kWordBits, ~std::uint64_t { 0 });
    std::vector<Bits> rows;
    rows.reserve(right.size());
    for (const std::uint32_t element : right) {
        const auto found = places.find(element);
        if (found != places.end())
            advance(v, found->second);
        rows.push_back(v);
    }
    return rows;
}

} // namespace

Difference differenceOf(Elements left, Elements right)
{
    const auto begins = std::ranges::mismatch(left, right);
    const auto head = static_cast<std::size_t>(begins.in1 - left.begin());
    std::size_t tail = 0;
    while (tail < std::min(left.size(), right.size()) - head
        && left[left.size() - 1 - tail] == right[right.size() - 1 - tail])
        ++tail;

    Difference difference { std::vector<bool>(left.size(), false), std::vector<bool>(right.size(), false),
        head + tail };
    std::size_t column = left.size() - head - tail;
    std::size_t row = right.size() - head - tail;
    const std::vector<Bits> rows = rowsOf(left.subspan(head, column), right.subspan(head, row));
    while (row > 0 && column > 0) {
        if (bit(rows[row - 1], column - 1)) {
            difference.onlyLeft[head + --column] = true;
        } else if (--row > 0 && !bit(rows[row - 1], column - 1)) {
            difference.onlyRight[head + row] = true;
        } else {
            --column;
            ++difference.common;
        }
    }
    while (column > 0)
        difference.onlyLeft[head + --column] = true;
    while (row > 0)
        difference.onlyRight[head + --row] = true;
    return difference;
}

} // namespace temper

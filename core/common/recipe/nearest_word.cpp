// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe_value.h"

#include <algorithm>

namespace temper {
namespace {

// Insertions, deletions, changes and swaps of neighbours (optimal string alignment).
std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({ last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1) });
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped)
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

constexpr std::size_t kLongestWord = 64; // longer text is no mistyped name

} // namespace

std::string_view nearestWord(std::string_view word, const std::vector<std::string_view>& candidates)
{
    std::string_view best;
    std::size_t least = std::max<std::size_t>(1, std::min<std::size_t>(word.size() / 3, 5)) + 1;
    if (word.size() > kLongestWord)
        return best;
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = editDistance(word, candidate);
        if (distance < least && distance < candidate.size()) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}

} // namespace temper

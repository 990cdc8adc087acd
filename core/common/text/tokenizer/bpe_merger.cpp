// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/bpe_merger.h"

#include <algorithm>

namespace temper {

namespace {

// Where the smallest of `count` merges lies, the leftmost of equals. Four chains keep the processor busy
// where std::min_element waits for one.
std::size_t smallest(const Merge* pair, std::size_t count)
{
    Merge least[4] = { pair[0], kNoMerge, kNoMerge, kNoMerge };
    std::size_t i = 0;
    for (; i + 4 <= count; i += 4)
        for (std::size_t k = 0; k < 4; ++k)
            least[k] = std::min(least[k], pair[i + k]);
    for (; i < count; ++i)
        least[0] = std::min(least[0], pair[i]);
    const Merge minimum = std::min(std::min(least[0], least[1]), std::min(least[2], least[3]));
    std::size_t at = 0;
    while (pair[at] != minimum)
        ++at;
    return at;
}

} // namespace

void BpeMerger::merge(const BpeMerges& merges)
{
    if (symbols.size() < 2)
        return;
    if (symbols.size() > kShort) {
        mergeLong(merges);
        return;
    }
    pairs.resize(symbols.size() - 1);
    for (std::size_t i = 0; i + 1 < symbols.size(); ++i)
        pairs[i] = merges.find(symbols[i].id, symbols[i + 1].id);
    mergeShort(merges);
}

void BpeMerger::mergeShort(const BpeMerges& merges)
{
    std::size_t count = pairs.size();
    Symbol* const symbol = symbols.data();
    Merge* const pair = pairs.data();
    while (count > 0) {
        const std::size_t best = smallest(pair, count);
        if (pair[best] == kNoMerge)
            break;
        symbol[best] = { mergedId(pair[best]), symbol[best].bytes + symbol[best + 1].bytes };
        std::copy(symbol + best + 2, symbol + count + 1, symbol + best + 1);
        std::copy(pair + best + 1, pair + count, pair + best);
        --count;
        if (best > 0)
            pair[best - 1] = merges.find(symbol[best - 1].id, symbol[best].id);
        if (best < count)
            pair[best] = merges.find(symbol[best].id, symbol[best + 1].id);
    }
    symbols.resize(count + 1);
}

void BpeMerger::offer(const BpeMerges& merges, std::int32_t left)
{
    if (left < 0)
        return;
    const auto at = static_cast<std::size_t>(left);
    const std::int32_t right = m_nodes[at].next;
    if (right < 0)
        return;
    const Merge merge = merges.find(symbols[at].id, symbols[static_cast<std::size_t>(right)].id);
    if (merge != kNoMerge)
        m_candidates.push({ merge, static_cast<std::uint32_t>(left) });
}

void BpeMerger::join(std::size_t left, std::int32_t merged)
{
    const auto right = static_cast<std::size_t>(m_nodes[left].next);
    symbols[left] = { merged, symbols[left].bytes + symbols[right].bytes };
    symbols[right].id = -1;
    m_nodes[left].next = m_nodes[right].next;
    if (m_nodes[right].next >= 0)
        m_nodes[static_cast<std::size_t>(m_nodes[right].next)].previous = static_cast<std::int32_t>(left);
}

void BpeMerger::mergeLong(const BpeMerges& merges)
{
    m_nodes.resize(symbols.size());
    for (std::size_t i = 0; i < symbols.size(); ++i)
        m_nodes[i] = { static_cast<std::int32_t>(i) - 1,
            i + 1 < symbols.size() ? static_cast<std::int32_t>(i) + 1 : -1 };
    for (std::size_t i = 0; i + 1 < symbols.size(); ++i)
        offer(merges, static_cast<std::int32_t>(i));
    while (!m_candidates.empty()) {
        const Candidate candidate = m_candidates.top();
        m_candidates.pop();
        const std::int32_t right = m_nodes[candidate.at].next;
        if (symbols[candidate.at].id < 0 || right < 0)
            continue;
        // A candidate is stale when one of its two has merged with something else meanwhile.
        if (merges.find(symbols[candidate.at].id, symbols[static_cast<std::size_t>(right)].id)
            != candidate.merge)
            continue;
        join(candidate.at, mergedId(candidate.merge));
        offer(merges, m_nodes[candidate.at].previous);
        offer(merges, static_cast<std::int32_t>(candidate.at));
    }
    std::erase_if(symbols, [](const Symbol& symbol) { return symbol.id < 0; });
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// Byte pair encoding of one word: merge the earliest pair, leftmost first, until none is left.
#pragma once

#include "core/common/text/tokenizer/bpe_merges.h"

#include <cstdint>
#include <queue>
#include <vector>

namespace temper {

struct Symbol {
    std::int32_t id = 0;
    std::uint32_t bytes = 0; // of the text that it covers
};

// Not thread-safe: it keeps its buffers. Reuse it from word to word.
class BpeMerger {
public:
    std::vector<Symbol> symbols; // in: the word's units; out: its tokens

    // Short words search the smallest rank anew each time; long ones keep a heap, so that a word of a
    // megabyte takes n log n.
    void merge(const BpeMerges& merges);

    // As merge(), when `pairs` holds the merge of each two neighbours already (symbols.size() - 1 of them).
    std::vector<Merge> pairs;
    void mergeShort(const BpeMerges& merges);
    static constexpr std::size_t kShort = 64;

private:
    struct Node {
        std::int32_t previous = -1;
        std::int32_t next = -1;
    };
    struct Candidate {
        Merge merge = kNoMerge;
        std::uint32_t at = 0;
        bool operator>(const Candidate& other) const
        {
            return merge != other.merge ? merge > other.merge : at > other.at;
        }
    };

    void mergeLong(const BpeMerges& merges);
    void offer(const BpeMerges& merges, std::int32_t left);
    void join(std::size_t left, std::int32_t merged);

    std::vector<Node> m_nodes;
    std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> m_candidates;
};

} // namespace temper

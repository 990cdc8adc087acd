// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/prefix_trie.h"

#include <algorithm>
#include <deque>

namespace temper {

namespace {

struct Range {
    std::size_t begin; // of the sorted words
    std::size_t end;
    std::size_t depth; // bytes that they share
    std::size_t node;
};

} // namespace

PrefixTrie::PrefixTrie(std::vector<std::pair<std::string_view, std::int32_t>> words)
{
    std::stable_sort(
        words.begin(), words.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    m_nodes.resize(1);
    std::deque<Range> open { { 0, words.size(), 0, 0 } };
    while (!open.empty()) {
        Range range = open.front();
        open.pop_front();
        for (; range.begin < range.end && words[range.begin].first.size() == range.depth; ++range.begin)
            m_nodes[range.node].number = range.depth > 0 ? words[range.begin].second : -1;
        m_nodes[range.node].firstChild = static_cast<std::int32_t>(m_nodes.size());
        for (std::size_t begin = range.begin; begin < range.end;) {
            const char byte = words[begin].first[range.depth];
            std::size_t end = begin;
            while (end < range.end && words[end].first[range.depth] == byte)
                ++end;
            open.push_back({ begin, end, range.depth + 1, m_nodes.size() });
            Node node;
            node.byte = static_cast<unsigned char>(byte);
            m_nodes.push_back(node);
            ++m_nodes[range.node].children;
            begin = end;
        }
    }
    for (int byte = 0; byte < 256; ++byte)
        m_roots[static_cast<std::size_t>(byte)] = child(m_nodes[0], static_cast<unsigned char>(byte));
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// Which words of a list begin at a place in a text: a byte trie in one flat array.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace temper {

class PrefixTrie {
public:
    // Words with the numbers (not negative) to report; of equal words the last one counts. Empty words are
    // left out.
    explicit PrefixTrie(std::vector<std::pair<std::string_view, std::int32_t>> words);

    // Calls visit(bytes, number) for every word that `text` begins with, short ones first.
    template <typename Visit> void prefixes(std::string_view text, Visit visit) const
    {
        if (text.empty())
            return;
        std::int32_t node = m_roots[static_cast<unsigned char>(text[0])];
        for (std::size_t bytes = 1; node >= 0; ++bytes) {
            const Node& here = m_nodes[static_cast<std::size_t>(node)];
            if (here.number >= 0)
                visit(bytes, here.number);
            if (bytes >= text.size())
                return;
            node = child(here, static_cast<unsigned char>(text[bytes]));
        }
    }

private:
    struct Node {
        std::int32_t number = -1;
        std::int32_t firstChild = 0; // children stand side by side, ordered by byte
        std::uint16_t children = 0;
        unsigned char byte = 0;
    };

    std::int32_t child(const Node& node, unsigned char byte) const
    {
        for (std::int32_t i = 0; i < node.children; ++i)
            if (m_nodes[static_cast<std::size_t>(node.firstChild + i)].byte == byte)
                return node.firstChild + i;
        return -1;
    }

    std::array<std::int32_t, 256> m_roots {};
    std::vector<Node> m_nodes;
};

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// Tokens that are found in the text before any other stage sees it: <|im_start|>, <mask>, …
#pragma once

#include "core/common/text/tokenizer.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

struct AddedToken {
    std::string content;
    std::int32_t id = 0;
    bool singleWord = false; // only where no word character touches it
    bool stripsLeft = false; // takes the white space before it
    bool stripsRight = false; // and after it
    bool normalized = false; // looked for after the normalizer has run, in its own normalised form
    bool special = false; // left out of decoded text on demand
};

// Finds the tokens of one set, leftmost first and the longest of those.
class AddedTokenMatcher {
public:
    struct Part {
        TextSpan span; // bytes
        std::int32_t token = -1; // index given to add(), -1: ordinary text
    };

    void add(std::string_view content, const AddedToken& token, std::int32_t index);
    bool empty() const { return m_rules.empty(); }
    // Appends parts that cover `text` in order.
    void split(std::string_view text, std::vector<Part>& parts) const;

private:
    struct Node {
        std::int32_t firstChild = -1;
        std::int32_t nextSibling = -1;
        std::int32_t rule = -1;
        char byte = 0;
    };
    struct Rule {
        std::int32_t token = 0;
        bool singleWord = false;
        bool stripsLeft = false;
        bool stripsRight = false;
    };

    std::int32_t child(std::int32_t node, char byte) const;
    bool longestAt(std::string_view text, std::size_t at, std::size_t& end, std::int32_t& rule) const;
    bool accept(std::string_view text, const Rule& rule, std::size_t previous, TextSpan& span) const;

    std::vector<Node> m_nodes = std::vector<Node>(1);
    std::vector<Rule> m_rules;
    std::array<bool, 256> m_begins {}; // bytes with which some token begins
};

} // namespace temper

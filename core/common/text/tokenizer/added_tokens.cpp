// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/added_tokens.h"

#include "core/common/text/unicode.h"
#include "core/common/text/unicode_classes.h"

#include <algorithm>

namespace temper {

namespace {

bool is(CodePoint point, CharacterFlag flag)
{
    return characterClasses().is(point.value, flag);
}

} // namespace

std::int32_t AddedTokenMatcher::child(std::int32_t node, char byte) const
{
    std::int32_t next = m_nodes[static_cast<std::size_t>(node)].firstChild;
    while (next >= 0 && m_nodes[static_cast<std::size_t>(next)].byte != byte)
        next = m_nodes[static_cast<std::size_t>(next)].nextSibling;
    return next;
}

void AddedTokenMatcher::add(std::string_view content, const AddedToken& token, std::int32_t index)
{
    if (content.empty())
        return;
    std::int32_t node = 0;
    for (const char byte : content) {
        std::int32_t next = child(node, byte);
        if (next < 0) {
            next = static_cast<std::int32_t>(m_nodes.size());
            Node fresh;
            fresh.byte = byte;
            fresh.nextSibling = m_nodes[static_cast<std::size_t>(node)].firstChild;
            m_nodes[static_cast<std::size_t>(node)].firstChild = next;
            m_nodes.push_back(fresh);
        }
        node = next;
    }
    std::int32_t& rule = m_nodes[static_cast<std::size_t>(node)].rule;
    if (rule >= 0)
        return;
    rule = static_cast<std::int32_t>(m_rules.size());
    m_rules.push_back({ index, token.singleWord, token.stripsLeft, token.stripsRight });
    m_begins[static_cast<unsigned char>(content[0])] = true;
}

bool AddedTokenMatcher::longestAt(std::string_view text,
    std::size_t at,
    std::size_t& end,
    std::int32_t& rule) const
{
    rule = -1;
    std::int32_t node = 0;
    for (std::size_t i = at; i < text.size(); ++i) {
        node = child(node, text[i]);
        if (node < 0)
            break;
        const std::int32_t found = m_nodes[static_cast<std::size_t>(node)].rule;
        if (found >= 0) {
            rule = found;
            end = i + 1;
        }
    }
    return rule >= 0;
}

// Widens the match by the white space it strips; false when it must be a word of its own and is not.
bool AddedTokenMatcher::accept(std::string_view text,
    const Rule& rule,
    std::size_t previous,
    TextSpan& span) const
{
    std::size_t begin = span.begin;
    std::size_t end = span.end;
    if (rule.singleWord) {
        if (begin > 0 && is(codePointBefore(text, begin), kWordCharacter))
            return false;
        if (end < text.size() && is(codePointAt(text, end), kWordCharacter))
            return false;
    }
    while (rule.stripsLeft && begin > 0 && is(codePointBefore(text, begin), kWhiteSpace))
        begin -= codePointBefore(text, begin).bytes;
    if (rule.stripsLeft)
        begin = std::max(begin, previous);
    while (rule.stripsRight && end < text.size() && is(codePointAt(text, end), kWhiteSpace))
        end += codePointAt(text, end).bytes;
    span = { static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end) };
    return true;
}

void AddedTokenMatcher::split(std::string_view text, std::vector<Part>& parts) const
{
    std::uint32_t previous = 0;
    const auto size = static_cast<std::uint32_t>(text.size());
    for (std::size_t at = 0; at < text.size() && !m_rules.empty();) {
        std::size_t end = 0;
        std::int32_t found = -1;
        if (!m_begins[static_cast<unsigned char>(text[at])] || !longestAt(text, at, end, found)) {
            ++at;
            continue;
        }
        TextSpan span { static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end) };
        at = end;
        const Rule& rule = m_rules[static_cast<std::size_t>(found)];
        if (!accept(text, rule, previous, span))
            continue;
        if (previous < span.begin)
            parts.push_back({ { previous, span.begin }, -1 });
        parts.push_back({ span, rule.token });
        previous = span.end;
    }
    if (previous < size)
        parts.push_back({ { previous, size }, -1 });
}

} // namespace temper

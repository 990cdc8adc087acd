// SPDX-License-Identifier: Apache-2.0
// Text on its way from what was given to what the model sees, each byte knowing which bytes it came from.
#pragma once

#include "core/common/text/tokenizer.h"

#include <string>
#include <string_view>
#include <vector>

namespace temper {

// One character of a rewritten text: 0 replaces the next old character, 1 is inserted (and shares the source
// of what stands before it), -n replaces one and swallows the n that follow.
struct CharacterChange {
    char32_t value = 0;
    int change = 0;
};

class AlignedText {
public:
    // A part of the given text that begins at byte `base` of it. `text` must outlive this object or its first
    // rewriting.
    AlignedText(std::string_view text, std::size_t base, Offsets offsets);

    std::string_view text() const { return m_rewritten ? std::string_view(m_owned) : m_given; }
    bool tracks() const { return m_offsets == Offsets::Wanted; }
    bool beginsTheText() const { return m_base == 0; }

    // Bytes of the given text that bytes [begin, end) came from, whole characters. An empty range keeps its
    // numbers.
    TextSpan source(std::size_t begin, std::size_t end) const;
    TextSpan sourceOfByte(std::size_t at) const;

    void transform(const std::vector<CharacterChange>& changes);
    // Bytes [begin, end) alone.
    AlignedText slice(std::size_t begin, std::size_t end) const;

private:
    friend class AlignedTextBuilder;
    std::string_view m_given;
    std::size_t m_base;
    Offsets m_offsets;
    bool m_rewritten = false;
    std::string m_owned;
    std::vector<TextSpan> m_sources; // a span each byte of m_owned, when offsets are wanted
};

// Writes a new text for an AlignedText from pieces of the old one and from new ones.
class AlignedTextBuilder {
public:
    explicit AlignedTextBuilder(AlignedText& target);

    void keep(std::size_t begin, std::size_t end); // old bytes with their sources
    void insert(std::string_view text, TextSpan source);
    std::size_t size() const { return m_text.size(); }
    void finish(); // the target now holds the new text

private:
    AlignedText& m_target;
    std::string m_text;
    std::vector<TextSpan> m_sources;
};

} // namespace temper

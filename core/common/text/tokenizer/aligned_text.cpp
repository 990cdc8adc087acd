// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/aligned_text.h"

#include "core/common/text/unicode.h"

namespace temper {

namespace {

std::uint32_t narrow(std::size_t value)
{
    return static_cast<std::uint32_t>(value);
}

} // namespace

AlignedText::AlignedText(std::string_view text, std::size_t base, Offsets offsets)
    : m_given(text)
    , m_base(base)
    , m_offsets(offsets)
{
}

TextSpan AlignedText::sourceOfByte(std::size_t at) const
{
    if (m_rewritten)
        return m_sources[at];
    std::size_t begin = at;
    while (begin > 0 && isContinuationByte(m_given[begin]))
        --begin;
    return { narrow(m_base + begin), narrow(m_base + begin + codePointAt(m_given, begin).bytes) };
}

TextSpan AlignedText::source(std::size_t begin, std::size_t end) const
{
    if (begin >= end || end > text().size())
        return { narrow(m_base + begin), narrow(m_base + end) };
    return { sourceOfByte(begin).begin, sourceOfByte(end - 1).end };
}

void AlignedText::transform(const std::vector<CharacterChange>& changes)
{
    AlignedTextBuilder builder(*this);
    const std::string_view old = text();
    std::size_t at = 0;
    std::string character;
    for (const CharacterChange& change : changes) {
        TextSpan from { narrow(m_base), narrow(m_base) };
        if (tracks() && change.change > 0 && at > 0)
            from = sourceOfByte(at - 1);
        else if (tracks() && change.change <= 0 && at < old.size())
            from = sourceOfByte(at);
        for (int consumed = change.change; consumed <= 0 && at < old.size(); ++consumed)
            at += codePointAt(old, at).bytes;
        character.clear();
        appendUtf8(character, change.value);
        builder.insert(character, from);
    }
    builder.finish();
}

AlignedText AlignedText::slice(std::size_t begin, std::size_t end) const
{
    const std::size_t base = tracks() ? source(begin, end).begin : (begin == 0 ? m_base : m_base + begin);
    AlignedText part(m_rewritten ? std::string_view() : m_given.substr(begin, end - begin), base, m_offsets);
    if (!m_rewritten)
        return part;
    part.m_rewritten = true;
    part.m_owned = m_owned.substr(begin, end - begin);
    if (tracks())
        part.m_sources.assign(m_sources.begin() + static_cast<std::ptrdiff_t>(begin),
            m_sources.begin() + static_cast<std::ptrdiff_t>(end));
    return part;
}

AlignedTextBuilder::AlignedTextBuilder(AlignedText& target)
    : m_target(target)
{
    m_text.reserve(target.text().size() + 16);
    if (target.tracks())
        m_sources.reserve(target.text().size() + 16);
}

void AlignedTextBuilder::keep(std::size_t begin, std::size_t end)
{
    m_text.append(m_target.text().substr(begin, end - begin));
    if (m_target.tracks())
        for (std::size_t at = begin; at < end; ++at)
            m_sources.push_back(m_target.sourceOfByte(at));
}

void AlignedTextBuilder::insert(std::string_view text, TextSpan source)
{
    m_text.append(text);
    if (m_target.tracks())
        m_sources.insert(m_sources.end(), text.size(), source);
}

void AlignedTextBuilder::finish()
{
    m_target.m_owned = std::move(m_text);
    m_target.m_sources = std::move(m_sources);
    m_target.m_rewritten = true;
}

} // namespace temper

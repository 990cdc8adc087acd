// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/pipeline_tokenizer.h"

#include "core/common/base/error.h"
#include "core/common/text/unicode.h"
#include "core/common/text/unicode_classes.h"

#include <algorithm>

namespace temper {

namespace {

constexpr std::size_t kMostBytes = std::size_t(1) << 31; // spans count in 32 bits

std::uint32_t narrow(std::size_t value)
{
    return static_cast<std::uint32_t>(value);
}

std::uint32_t countSpace(std::string_view text)
{
    std::uint32_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        const CodePoint point = codePointAt(text, at);
        if (!characterClasses().is(point.value, kWhiteSpace))
            break;
        at += point.bytes;
    }
    return count;
}

std::uint32_t countSpaceAtEnd(std::string_view text)
{
    std::uint32_t count = 0;
    for (std::size_t end = text.size(); end > 0; ++count) {
        const CodePoint point = codePointBefore(text, end);
        if (!characterClasses().is(point.value, kWhiteSpace))
            break;
        end -= point.bytes;
    }
    return count;
}

// Byte positions of the text become code points.
void countInCodePoints(std::string_view text, std::vector<TextSpan>& spans)
{
    std::vector<std::uint32_t> before(text.size() + 1);
    std::uint32_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        before[at] = count;
        count += !isContinuationByte(text[at]);
    }
    before[text.size()] = count;
    for (TextSpan& span : spans)
        span = { before[span.begin], before[span.end] };
}

} // namespace

// Encodes one text.
class PipelineTokenizer::TextEncoder {
public:
    TextEncoder(const PipelineTokenizer& tokenizer, ModelScratch& scratch, Offsets offsets)
        : m_tokenizer(tokenizer)
        , m_scratch(scratch)
        , m_offsets(offsets)
    {
    }

    EncodedText encode(std::string_view given, std::int32_t typeId)
    {
        if (given.size() >= kMostBytes)
            throw Error(ErrorKind::Input, "a text of 2 GiB or more cannot be tokenised at once.", "text",
                "Split it into shorter ones.");
        std::string repaired;
        std::string_view text = given;
        if (!isValidUtf8(text)) {
            repaired = repairUtf8(text);
            text = repaired;
        }
        std::vector<AddedTokenMatcher::Part> parts;
        m_tokenizer.m_plainMatcher.split(text, parts);
        for (const AddedTokenMatcher::Part& part : parts) {
            const std::string_view section = text.substr(part.span.begin, part.span.end - part.span.begin);
            if (part.token >= 0)
                addToken(part.token, section, part.span);
            else
                encodeSection(AlignedText(section, part.span.begin, m_offsets));
        }
        if (m_offsets == Offsets::Wanted)
            countInCodePoints(text, m_result.tokens.offsets);
        m_result.tokens.typeIds.assign(m_result.tokens.ids.size(), typeId);
        return std::move(m_result);
    }

private:
    void addToken(std::int32_t index, std::string_view matched, TextSpan source)
    {
        Encoding& tokens = m_result.tokens;
        tokens.ids.push_back(m_tokenizer.m_parts.addedTokens[static_cast<std::size_t>(index)].id);
        if (m_offsets == Offsets::NotWanted)
            return;
        tokens.offsets.push_back(source);
        const StrippedSpace space { tokens.ids.size() - 1, countSpace(matched), countSpaceAtEnd(matched) };
        if (space.leading + space.trailing > 0)
            m_result.stripped.push_back(space);
    }

    void encodeSection(AlignedText text)
    {
        if (m_tokenizer.m_parts.normalizer != nullptr)
            m_tokenizer.m_parts.normalizer->apply(text);
        if (m_tokenizer.m_normalizedMatcher.empty()) {
            encodeWords(std::move(text));
            return;
        }
        std::vector<AddedTokenMatcher::Part> parts;
        m_tokenizer.m_normalizedMatcher.split(text.text(), parts);
        for (const AddedTokenMatcher::Part& part : parts) {
            const TextSpan span = part.span;
            const std::string_view matched = text.text().substr(span.begin, span.end - span.begin);
            if (part.token >= 0)
                addToken(part.token, matched,
                    m_offsets == Offsets::Wanted ? text.source(span.begin, span.end) : TextSpan());
            else
                encodeWords(parts.size() == 1 ? std::move(text) : text.slice(span.begin, span.end));
        }
    }

    void encodeWords(AlignedText text)
    {
        SplitText split { std::move(text), {} };
        if (!split.text.text().empty())
            split.pieces.push_back({ 0, narrow(split.text.text().size()) });
        if (m_tokenizer.m_parts.preTokenizer != nullptr && !split.pieces.empty())
            m_tokenizer.m_parts.preTokenizer->apply(split);
        Encoding& tokens = m_result.tokens;
        const std::size_t first = tokens.offsets.size();
        std::vector<TextSpan>* spans = m_offsets == Offsets::Wanted ? &tokens.offsets : nullptr;
        tokens.ids.reserve(tokens.ids.size() + split.text.text().size() / 4 + 4);
        m_tokenizer.m_parts.model->tokenize(
            split.text.text(), split.pieces, m_scratch, { tokens.ids, spans });
        for (std::size_t i = first; i < tokens.offsets.size(); ++i)
            tokens.offsets[i] = split.text.source(tokens.offsets[i].begin, tokens.offsets[i].end);
    }

    const PipelineTokenizer& m_tokenizer;
    ModelScratch& m_scratch;
    Offsets m_offsets;
    EncodedText m_result;
};

PipelineTokenizer::PipelineTokenizer(TokenizerParts parts)
    : m_parts(std::move(parts))
    , m_scratch(*m_parts.model)
{
    m_names = std::move(m_parts.names);
    m_size = m_parts.model->vocabulary().size();
    addTokens();
}

// Special tokens come first, as in the reference: of two with the same text the first one is found.
void PipelineTokenizer::addTokens()
{
    for (const bool special : { true, false }) {
        for (std::size_t i = 0; i < m_parts.addedTokens.size(); ++i) {
            const AddedToken& token = m_parts.addedTokens[i];
            if (token.special != special)
                continue;
            const auto index = static_cast<std::int32_t>(i);
            if (token.normalized) {
                AlignedText content(token.content, 0, Offsets::NotWanted);
                if (m_parts.normalizer != nullptr)
                    m_parts.normalizer->apply(content);
                m_normalizedMatcher.add(content.text(), token, index);
            } else {
                m_plainMatcher.add(token.content, token, index);
            }
        }
    }
    for (std::size_t i = 0; i < m_parts.addedTokens.size(); ++i) {
        const AddedToken& token = m_parts.addedTokens[i];
        m_addedIds[token.content] = token.id;
        m_addedById[token.id] = i;
        m_size = std::max(m_size, static_cast<std::size_t>(token.id) + 1);
    }
}

Encoding PipelineTokenizer::encode(std::string_view text, SpecialTokens special, Offsets offsets) const
{
    const ScratchPool::Lease scratch(m_scratch);
    std::vector<EncodedText> parts;
    parts.push_back(TextEncoder(*this, *scratch, offsets).encode(text, 0));
    return finish(std::move(parts), special, offsets);
}

Encoding PipelineTokenizer::encodePair(std::string_view first,
    std::string_view second,
    SpecialTokens special,
    Offsets offsets) const
{
    const ScratchPool::Lease scratch(m_scratch);
    std::vector<EncodedText> parts;
    parts.push_back(TextEncoder(*this, *scratch, offsets).encode(first, 0));
    parts.push_back(TextEncoder(*this, *scratch, offsets).encode(second, 1));
    return finish(std::move(parts), special, offsets);
}

Encoding
PipelineTokenizer::finish(std::vector<EncodedText> parts, SpecialTokens special, Offsets offsets) const
{
    if (m_parts.postProcessor != nullptr)
        m_parts.postProcessor->apply(parts, special, *this);
    if (parts.empty())
        return {};
    Encoding whole = std::move(parts.front().tokens);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const Encoding& part = parts[i].tokens;
        whole.ids.insert(whole.ids.end(), part.ids.begin(), part.ids.end());
        whole.offsets.insert(whole.offsets.end(), part.offsets.begin(), part.offsets.end());
        whole.typeIds.insert(whole.typeIds.end(), part.typeIds.begin(), part.typeIds.end());
    }
    if (offsets == Offsets::NotWanted)
        whole.offsets.clear();
    return whole;
}

std::string PipelineTokenizer::decode(std::span<const std::int32_t> ids, SpecialText special) const
{
    std::vector<std::string> tokens;
    tokens.reserve(ids.size());
    for (const std::int32_t id : ids)
        if ((special == SpecialText::Keep || !isSpecial(id))
            && (m_addedById.contains(id) || m_parts.model->vocabulary().holds(id)))
            tokens.push_back(tokenOf(id));
    std::string text;
    if (m_parts.decoder != nullptr)
        m_parts.decoder->apply(tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i)
        text += (i > 0 && m_parts.decoder == nullptr ? " " : "") + tokens[i];
    return isValidUtf8(text) ? text : repairUtf8(text);
}

std::optional<std::int32_t> PipelineTokenizer::idOf(std::string_view token) const
{
    const auto added = m_addedIds.find(std::string(token));
    return added != m_addedIds.end() ? std::optional(added->second) : m_parts.model->vocabulary().idOf(token);
}

std::string PipelineTokenizer::tokenOf(std::int32_t id) const
{
    const auto added = m_addedById.find(id);
    if (added != m_addedById.end())
        return m_parts.addedTokens[added->second].content;
    return std::string(m_parts.model->vocabulary().tokenOf(id));
}

bool PipelineTokenizer::isSpecial(std::int32_t id) const
{
    const auto added = m_addedById.find(id);
    return added != m_addedById.end() && m_parts.addedTokens[added->second].special;
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/word_models.h"

#include "core/common/text/unicode.h"

#include <algorithm>

namespace temper {

namespace {

std::int64_t countCodePoints(std::string_view text)
{
    return std::count_if(text.begin(), text.end(), [](char c) { return !isContinuationByte(c); });
}

void put(TokenOutput& output, std::int32_t id, TextSpan span)
{
    output.ids.push_back(id);
    if (output.spans != nullptr)
        output.spans->push_back(span);
}

} // namespace

WordLevelModel::WordLevelModel(Vocabulary vocabulary, std::int32_t unknown)
    : m_vocabulary(std::move(vocabulary))
    , m_unknown(unknown)
{
}

void WordLevelModel::tokenize(std::string_view text,
    std::span<const TextSpan> pieces,
    ModelScratch&,
    TokenOutput output) const
{
    for (const TextSpan piece : pieces)
        put(output, m_vocabulary.idOf(text.substr(piece.begin, piece.end - piece.begin)).value_or(m_unknown),
            piece);
}

WordPieceModel::WordPieceModel(Vocabulary vocabulary, WordPieceSettings settings)
    : m_vocabulary(std::move(vocabulary))
    , m_settings(std::move(settings))
{
    for (std::size_t id = 0; id < m_vocabulary.size(); ++id)
        m_longest = std::max(m_longest, m_vocabulary.tokenOf(static_cast<std::int32_t>(id)).size());
}

void WordPieceModel::tokenize(std::string_view text,
    std::span<const TextSpan> pieces,
    ModelScratch&,
    TokenOutput output) const
{
    for (const TextSpan piece : pieces) {
        const std::string_view word = text.substr(piece.begin, piece.end - piece.begin);
        const std::size_t first = output.ids.size();
        if (countCodePoints(word) <= m_settings.mostCharacters && split(word, piece.begin, output))
            continue;
        output.ids.resize(first);
        if (output.spans != nullptr)
            output.spans->resize(first);
        put(output, m_settings.unknown, piece);
    }
}

bool WordPieceModel::split(std::string_view word, std::uint32_t begin, TokenOutput& output) const
{
    for (std::size_t at = 0; at < word.size();) {
        std::int32_t id = 0;
        const std::size_t end = longestPart(word, at, id);
        if (end == at)
            return false;
        put(output, id, { begin + static_cast<std::uint32_t>(at), begin + static_cast<std::uint32_t>(end) });
        at = end;
    }
    return true;
}

// Where the longest token that begins at `begin` ends; `begin` when there is none.
std::size_t WordPieceModel::longestPart(std::string_view word, std::size_t begin, std::int32_t& id) const
{
    std::string part = begin > 0 ? m_settings.continuingPrefix : std::string();
    const std::size_t prefix = part.size();
    std::size_t end = std::min(word.size(), begin + m_longest);
    while (end < word.size() && end > begin && isContinuationByte(word[end]))
        --end;
    part.append(word.substr(begin, end - begin));
    while (end > begin) {
        if (const auto found = m_vocabulary.idOf(part)) {
            id = *found;
            return end;
        }
        end -= codePointBefore(word, end).bytes;
        part.resize(prefix + end - begin);
    }
    return begin;
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// Models that look words up: WordLevel as a whole, WordPiece by its longest beginnings.
#pragma once

#include "core/common/text/tokenizer/token_model.h"

#include <string>

namespace temper {

// A word that is not in the vocabulary is the unknown token.
class WordLevelModel : public TokenModel {
public:
    WordLevelModel(Vocabulary vocabulary, std::int32_t unknown);
    void tokenize(std::string_view text,
        std::span<const TextSpan> pieces,
        ModelScratch& scratch,
        TokenOutput output) const override;
    const Vocabulary& vocabulary() const override { return m_vocabulary; }

private:
    Vocabulary m_vocabulary;
    std::int32_t m_unknown;
};

struct WordPieceSettings {
    std::int32_t unknown = 0; // for words that do not come out, or are too long
    std::string continuingPrefix = "##"; // of every part of a word but the first
    std::int64_t mostCharacters = 100;
};

// BERT's: the longest beginning that is a token, then the longest that goes on from there.
class WordPieceModel : public TokenModel {
public:
    WordPieceModel(Vocabulary vocabulary, WordPieceSettings settings);
    void tokenize(std::string_view text,
        std::span<const TextSpan> pieces,
        ModelScratch& scratch,
        TokenOutput output) const override;
    const Vocabulary& vocabulary() const override { return m_vocabulary; }

private:
    bool split(std::string_view word, std::uint32_t begin, TokenOutput& output) const;
    std::size_t longestPart(std::string_view word, std::size_t begin, std::int32_t& id) const;

    Vocabulary m_vocabulary;
    WordPieceSettings m_settings;
    std::size_t m_longest = 0; // bytes of the longest token
};

} // namespace temper

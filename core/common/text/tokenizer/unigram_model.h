// SPDX-License-Identifier: Apache-2.0
// SentencePiece's Unigram model: the tokens whose log probabilities add up to most.
#pragma once

#include "core/common/text/tokenizer/prefix_trie.h"
#include "core/common/text/tokenizer/token_model.h"

#include <string>

namespace temper {

struct UnigramSettings {
    std::optional<std::int32_t> unknown; // runs of unknown characters are one token
    bool byteFallback = false; // … or their bytes, <0x00> to <0xFF>
};

class UnigramModel : public TokenModel {
public:
    // `scores` by id.
    UnigramModel(Vocabulary vocabulary, std::vector<double> scores, UnigramSettings settings);

    // Throws Error(Input) for an unknown character when there is no unknown token.
    void tokenize(std::string_view text,
        std::span<const TextSpan> pieces,
        ModelScratch& scratch,
        TokenOutput output) const override;
    std::unique_ptr<ModelScratch> makeScratch() const override;
    const Vocabulary& vocabulary() const override { return m_vocabulary; }

private:
    class Scratch;

    void findBestPath(std::string_view text, Scratch& scratch) const;
    void putToken(std::string_view text, TextSpan span, TokenOutput& output) const;
    bool putBytes(std::string_view bytes, TextSpan span, TokenOutput& output) const;

    Vocabulary m_vocabulary;
    std::vector<double> m_scores;
    UnigramSettings m_settings;
    PrefixTrie m_trie;
    double m_unknownScore = 0;
};

} // namespace temper

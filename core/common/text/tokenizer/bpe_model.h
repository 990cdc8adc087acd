// SPDX-License-Identifier: Apache-2.0
// Byte pair encoding models: GPT-2's over bytes, SentencePiece's over characters with bytes to fall back on.
#pragma once

#include "core/common/text/tokenizer/bpe_merges.h"
#include "core/common/text/tokenizer/pre_tokenizer.h"
#include "core/common/text/tokenizer/token_model.h"

#include <array>

namespace temper {

struct BpeSettings {
    std::optional<std::int32_t> unknown; // none: characters without a token are left out
    bool fuseUnknown = false;
    bool byteFallback = false;
    bool ignoreMerges = false; // a word that is a token stays one
    std::string continuingPrefix; // before every unit of a word but the first
    std::string endSuffix; // after the last unit of a word
    ByteLetters letters = ByteLetters::InText;

    // Vocabularies with affixes or byte tokens are looked up as text.
    bool canReadBytes() const { return !byteFallback && continuingPrefix.empty() && endSuffix.empty(); }
};

class BpeModel : public TokenModel {
public:
    BpeModel(Vocabulary vocabulary, BpeMerges merges, BpeSettings settings);

    void tokenize(std::string_view text,
        std::span<const TextSpan> pieces,
        ModelScratch& scratch,
        TokenOutput output) const override;
    std::unique_ptr<ModelScratch> makeScratch() const override;
    const Vocabulary& vocabulary() const override { return m_vocabulary; }

private:
    class Scratch;

    void prepareBytes();
    void
    tokenizeWord(std::string_view word, std::uint32_t begin, Scratch& scratch, TokenOutput& output) const;
    bool wholeWord(std::string_view word, std::uint32_t begin, TokenOutput& output) const;
    bool readBytes(std::string_view word, Scratch& scratch) const;
    void readUnits(std::string_view word, Scratch& scratch) const;
    bool readFallback(std::string_view unit, Scratch& scratch) const;
    std::optional<std::int32_t> idOfUnit(std::string_view word, std::size_t at, std::size_t bytes) const;

    Vocabulary m_vocabulary;
    BpeMerges m_merges;
    BpeSettings m_settings;
    Vocabulary m_byBytes; // byte-level tokens as raw bytes, for ignoreMerges
    std::array<std::size_t, 256> m_longest {}; // of those, by their first byte
    std::vector<std::uint16_t> m_tokenBytes; // by id: bytes of text that a token covers
    std::array<std::int32_t, 256> m_byteIds {};
    std::array<std::int32_t, 256> m_fallbackIds {}; // <0x00> …; -1: none
    std::vector<Merge> m_bytePairs; // 256 x 256: merges of two bytes
    bool m_readsBytes = false;
};

} // namespace temper

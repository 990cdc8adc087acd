// SPDX-License-Identifier: Apache-2.0
// The tokenizer of tokenizer.json and GGUF: normalizer, pre-tokenizer, model, post-processor and decoder in a
// row.
#pragma once

#include "core/common/text/tokenizer.h"
#include "core/common/text/tokenizer/added_tokens.h"
#include "core/common/text/tokenizer/decoder.h"
#include "core/common/text/tokenizer/normalizer.h"
#include "core/common/text/tokenizer/post_processor.h"
#include "core/common/text/tokenizer/pre_tokenizer.h"
#include "core/common/text/tokenizer/scratch_pool.h"
#include "core/common/text/tokenizer/token_model.h"

#include <unordered_map>

namespace temper {

struct TokenizerParts {
    std::unique_ptr<const Normalizer> normalizer; // each of these may be null but the model
    std::unique_ptr<const PreTokenizer> preTokenizer;
    std::unique_ptr<const TokenModel> model;
    std::unique_ptr<const PostProcessor> postProcessor;
    std::unique_ptr<const Decoder> decoder;
    std::vector<AddedToken> addedTokens;
    Tokenizer::Names names;
};

class PipelineTokenizer : public Tokenizer {
public:
    explicit PipelineTokenizer(TokenizerParts parts);

    Encoding encode(std::string_view text, SpecialTokens special, Offsets offsets) const override;
    Encoding encodePair(std::string_view first,
        std::string_view second,
        SpecialTokens special,
        Offsets offsets) const override;
    std::string decode(std::span<const std::int32_t> ids, SpecialText special) const override;
    std::size_t vocabularySize() const override { return m_size; }
    std::optional<std::int32_t> idOf(std::string_view token) const override;
    std::string tokenOf(std::int32_t id) const override;
    bool isSpecial(std::int32_t id) const override;

private:
    class TextEncoder;

    Encoding finish(std::vector<EncodedText> parts, SpecialTokens special, Offsets offsets) const;
    void addTokens();

    TokenizerParts m_parts;
    AddedTokenMatcher m_plainMatcher; // looks at the text as it was given
    AddedTokenMatcher m_normalizedMatcher; // looks at it once normalised
    std::unordered_map<std::string, std::int32_t> m_addedIds;
    std::unordered_map<std::int32_t, std::size_t> m_addedById;
    std::size_t m_size = 0;
    mutable ScratchPool m_scratch;
};

} // namespace temper

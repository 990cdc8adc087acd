// SPDX-License-Identifier: Apache-2.0
// The stage that turns pieces of text into token ids.
#pragma once

#include "core/common/text/tokenizer.h"
#include "core/common/text/tokenizer/vocabulary.h"

#include <memory>
#include <span>
#include <vector>

namespace temper {

// What one thread keeps between calls: caches and buffers. Each model makes its own kind.
class ModelScratch {
public:
    virtual ~ModelScratch() = default;
};

struct TokenOutput {
    std::vector<std::int32_t>& ids;
    std::vector<TextSpan>* spans; // bytes of the text that each token covers; null when nobody asks
};

// Immutable: tokenize() may be called from several threads at once, each with a scratch of its own.
class TokenModel {
public:
    virtual ~TokenModel() = default;
    // Appends the tokens of each piece (bytes of `text`).
    virtual void tokenize(std::string_view text,
        std::span<const TextSpan> pieces,
        ModelScratch& scratch,
        TokenOutput output) const = 0;
    virtual std::unique_ptr<ModelScratch> makeScratch() const { return std::make_unique<ModelScratch>(); }
    virtual const Vocabulary& vocabulary() const = 0;
};

} // namespace temper

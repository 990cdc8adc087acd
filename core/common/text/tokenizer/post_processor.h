// SPDX-License-Identifier: Apache-2.0
// The stage that frames encoded texts with special tokens and tidies their offsets.
#pragma once

#include "core/common/text/tokenizer.h"
#include "core/common/text/tokenizer/json_field.h"

#include <memory>
#include <vector>

namespace temper {

// White space that an added token took with it, in characters.
struct StrippedSpace {
    std::size_t token = 0; // index in the encoding
    std::uint32_t leading = 0;
    std::uint32_t trailing = 0;
};

struct EncodedText {
    Encoding tokens;
    std::vector<StrippedSpace> stripped; // ordered by token
};

class PostProcessor {
public:
    virtual ~PostProcessor() = default;
    // `parts`: one text or a pair; out: what stands one after the other in the result. `tokenizer` spells the
    // tokens.
    virtual void
    apply(std::vector<EncodedText>& parts, SpecialTokens special, const Tokenizer& tokenizer) const = 0;
};

// From the "post_processor" of tokenizer.json; null for null. Throws Error(Input) naming file, key and the
// known kinds.
std::unique_ptr<const PostProcessor> makePostProcessor(const JsonField& field);

} // namespace temper

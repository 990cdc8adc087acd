// SPDX-License-Identifier: Apache-2.0
// The stage that cuts text into the pieces a model tokenises one by one.
#pragma once

#include "core/common/text/tokenizer/aligned_text.h"
#include "core/common/text/tokenizer/json_field.h"

#include <memory>
#include <vector>

namespace temper {

// A text and its pieces so far, as bytes of it, in order and not empty.
struct SplitText {
    AlignedText text;
    std::vector<TextSpan> pieces;
};

class PreTokenizer {
public:
    virtual ~PreTokenizer() = default;
    // Cuts each piece further; may rewrite the text.
    virtual void apply(SplitText& split) const = 0;
};

// Who turns bytes into the letters that a byte-level vocabulary is written in: the model knows raw bytes when
// nothing looks at the text after the ByteLevel pre-tokenizer, otherwise the text itself is rewritten.
enum class ByteLetters { InModel, InText };

struct PreTokenizerPlan {
    std::unique_ptr<const PreTokenizer> preTokenizer; // null: the whole text is one piece
    ByteLetters byteLetters = ByteLetters::InText; // InModel: pieces are raw bytes
};

// From the "pre_tokenizer" of tokenizer.json; `wanted` says whether the model can read raw bytes. Throws
// Error(Input) naming file, key and the known kinds.
PreTokenizerPlan makePreTokenizer(const JsonField& field, ByteLetters wanted);

} // namespace temper

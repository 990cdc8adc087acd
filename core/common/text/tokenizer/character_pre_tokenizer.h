// SPDX-License-Identifier: Apache-2.0
// Pre-tokenizers that decide character by character: digits, white space, punctuation.
#pragma once

#include "core/common/text/tokenizer/pre_tokenizer.h"

namespace temper {

std::unique_ptr<const PreTokenizer> makeDigitsPreTokenizer(const JsonField& field,
    const ByteLetters& letters);
std::unique_ptr<const PreTokenizer> makeWhitespacePreTokenizer(const JsonField& field,
    const ByteLetters& letters);
std::unique_ptr<const PreTokenizer> makeWhitespaceSplitPreTokenizer(const JsonField& field,
    const ByteLetters& letters);
std::unique_ptr<const PreTokenizer> makePunctuationPreTokenizer(const JsonField& field,
    const ByteLetters& letters);
std::unique_ptr<const PreTokenizer> makeBertPreTokenizer(const JsonField& field, const ByteLetters& letters);
std::unique_ptr<const PreTokenizer> makeDelimiterPreTokenizer(const JsonField& field,
    const ByteLetters& letters);

} // namespace temper

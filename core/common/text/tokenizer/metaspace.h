// SPDX-License-Identifier: Apache-2.0
// The convention of SentencePiece: spaces written as U+2581, often with one put before the text.
#pragma once

#include "core/common/text/tokenizer/decoder.h"
#include "core/common/text/tokenizer/pre_tokenizer.h"

namespace temper {

std::unique_ptr<const PreTokenizer> makeMetaspacePreTokenizer(const JsonField& field,
    const ByteLetters& letters);
std::unique_ptr<const Decoder> makeMetaspaceDecoder(const JsonField& field);

} // namespace temper

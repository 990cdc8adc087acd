// SPDX-License-Identifier: Apache-2.0
// Decoders that edit the text of tokens: replace, fuse, strip, and the joints of WordPiece and suffix
// vocabularies.
#pragma once

#include "core/common/text/tokenizer/decoder.h"

namespace temper {

std::unique_ptr<const Decoder> makeReplaceDecoder(const JsonField& field);
std::unique_ptr<const Decoder> makeFuseDecoder(const JsonField& field);
std::unique_ptr<const Decoder> makeStripDecoder(const JsonField& field);
std::unique_ptr<const Decoder> makeWordPieceDecoder(const JsonField& field);
std::unique_ptr<const Decoder> makeSuffixDecoder(
    const JsonField& field); // "BPEDecoder": a suffix ends a word

} // namespace temper

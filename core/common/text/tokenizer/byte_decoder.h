// SPDX-License-Identifier: Apache-2.0
// Decoders of tokens that stand for bytes: GPT-2's letters and SentencePiece's <0x41>.
#pragma once

#include "core/common/text/tokenizer/decoder.h"

namespace temper {

std::unique_ptr<const Decoder> makeByteLevelDecoder(const JsonField& field);
std::unique_ptr<const Decoder> makeByteFallbackDecoder(const JsonField& field);

} // namespace temper

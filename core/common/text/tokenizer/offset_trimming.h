// SPDX-License-Identifier: Apache-2.0
// Offsets of byte-level tokens without the white space that the tokens carry.
#pragma once

#include "core/common/text/tokenizer/post_processor.h"

namespace temper {

enum class PrefixSpace { Added, NotAdded }; // by the pre-tokenizer, before the first token

void trimOffsets(EncodedText& part, PrefixSpace prefix, const Tokenizer& tokenizer);

std::unique_ptr<const PostProcessor> makeByteLevelPostProcessor(const JsonField& field);

} // namespace temper

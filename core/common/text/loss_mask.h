// SPDX-License-Identifier: Apache-2.0
// Which tokens of a rendered conversation a model is trained on.
#pragma once

#include "core/common/text/chat_template.h"
#include "core/common/text/tokenizer.h"

#include <cstdint>
#include <span>
#include <vector>

namespace temper {

// One 0 or 1 a token, as transformers' assistant_masks: from the first token that holds the answer's first
// code point to the first one that holds its last. Code points that no token holds (white space some
// tokenizers drop) are passed over towards the inside of the answer. `offsets` are those of the encoded text,
// in code points.
std::vector<std::int32_t> lossMask(std::span<const TextSpan> offsets, std::span<const CharacterSpan> answers);

} // namespace temper

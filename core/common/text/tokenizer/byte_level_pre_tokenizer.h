// SPDX-License-Identifier: Apache-2.0
// GPT-2's pre-tokenizer: an optional leading space, its regular expression, and bytes written as letters.
#pragma once

#include "core/common/text/tokenizer/pre_tokenizer.h"

namespace temper {

std::unique_ptr<const PreTokenizer> makeByteLevelPreTokenizer(const JsonField& field,
    const ByteLetters& letters);

} // namespace temper

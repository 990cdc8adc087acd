// SPDX-License-Identifier: Apache-2.0
// The stage that turns tokens as the vocabulary spells them back into text.
#pragma once

#include "core/common/text/tokenizer/json_field.h"

#include <memory>
#include <string>
#include <vector>

namespace temper {

class Decoder {
public:
    virtual ~Decoder() = default;
    // Rewrites the tokens; their concatenation is the text (bytes, not always valid UTF-8).
    virtual void apply(std::vector<std::string>& tokens) const = 0;
};

// From the "decoder" of tokenizer.json; null for null: tokens are then joined with spaces. Throws
// Error(Input) naming file, key and the known kinds.
std::unique_ptr<const Decoder> makeDecoder(const JsonField& field);

} // namespace temper

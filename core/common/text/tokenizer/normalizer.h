// SPDX-License-Identifier: Apache-2.0
// The stage that rewrites text before it is cut: normal forms, case, replacements.
#pragma once

#include "core/common/text/tokenizer/aligned_text.h"
#include "core/common/text/tokenizer/json_field.h"

#include <memory>

namespace temper {

class Normalizer {
public:
    virtual ~Normalizer() = default;
    virtual void apply(AlignedText& text) const = 0;
};

// From the "normalizer" of tokenizer.json; null for null. Throws Error(Input) naming file, key and the known
// kinds.
std::unique_ptr<const Normalizer> makeNormalizer(const JsonField& field);

} // namespace temper

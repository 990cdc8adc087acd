// SPDX-License-Identifier: Apache-2.0
// Normalizers that map or drop characters: lower case, accents, and BERT's cleaning.
#pragma once

#include "core/common/text/tokenizer/normalizer.h"

namespace temper {

std::unique_ptr<const Normalizer> makeLowercaseNormalizer(const JsonField& field);
std::unique_ptr<const Normalizer> makeStripAccentsNormalizer(const JsonField& field);
std::unique_ptr<const Normalizer> makeBertNormalizer(const JsonField& field);
std::unique_ptr<const Normalizer> makeByteLevelNormalizer(const JsonField& field);

} // namespace temper

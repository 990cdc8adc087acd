// SPDX-License-Identifier: Apache-2.0
// Normalizers that edit text: strip, replace, prepend.
#pragma once

#include "core/common/text/tokenizer/normalizer.h"

namespace temper {

std::unique_ptr<const Normalizer> makeStripNormalizer(const JsonField& field);
std::unique_ptr<const Normalizer> makeReplaceNormalizer(const JsonField& field);
std::unique_ptr<const Normalizer> makePrependNormalizer(const JsonField& field);

} // namespace temper

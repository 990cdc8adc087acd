// SPDX-License-Identifier: Apache-2.0
// Unicode normal forms (NFC, NFD, NFKC, NFKD) of an aligned text, with the character tables of ICU.
#pragma once

#include "core/common/text/tokenizer/normalizer.h"

namespace temper {

enum class NormalForm { Nfc, Nfd, Nfkc, Nfkd };

void applyNormalForm(NormalForm form, AlignedText& text);

std::unique_ptr<const Normalizer> makeNfcNormalizer(const JsonField& field);
std::unique_ptr<const Normalizer> makeNfdNormalizer(const JsonField& field);
std::unique_ptr<const Normalizer> makeNfkcNormalizer(const JsonField& field);
std::unique_ptr<const Normalizer> makeNfkdNormalizer(const JsonField& field);

} // namespace temper

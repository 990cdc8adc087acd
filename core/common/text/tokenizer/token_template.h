// SPDX-License-Identifier: Apache-2.0
// Special tokens around one text or a pair, as a list of pieces; BERT's and RoBERTa's frames are such lists.
#pragma once

#include "core/common/text/tokenizer/post_processor.h"

namespace temper {

std::unique_ptr<const PostProcessor> makeTemplatePostProcessor(const JsonField& field);
std::unique_ptr<const PostProcessor> makeBertPostProcessor(const JsonField& field);
std::unique_ptr<const PostProcessor> makeRobertaPostProcessor(const JsonField& field);

// A frame that puts these ids before each text and those after it (GGUF's add_bos_token and add_eos_token).
std::unique_ptr<const PostProcessor> makeFrame(std::vector<std::int32_t> before,
    std::vector<std::int32_t> after);

} // namespace temper

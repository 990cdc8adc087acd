// SPDX-License-Identifier: Apache-2.0
// The tokenizer in the metadata of a GGUF file.
#pragma once

#include "core/common/text/tokenizer/pipeline_tokenizer.h"

#include <filesystem>

namespace temper {

// Names included. Throws Error(Input) naming the file and the metadata key; tokenizer kinds and
// pre-tokenizers that are not known are named beside the known ones.
TokenizerParts readGgufTokenizer(const std::filesystem::path& path);

} // namespace temper

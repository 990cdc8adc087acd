// SPDX-License-Identifier: Apache-2.0
// Reading tokenizer.json, the file of the Hugging Face tokenizers library.
#pragma once

#include "core/common/text/tokenizer/pipeline_tokenizer.h"

#include <filesystem>
#include <string>

namespace temper {

// All parts but the names. Throws Error(Environment) for a file that cannot be read and Error(Input) naming
// file and key for one that is broken.
TokenizerParts readTokenizerJson(const std::filesystem::path& path);
// The same from memory; `name` stands for the file in errors.
TokenizerParts parseTokenizerJson(const std::string& text, const std::string& name);

} // namespace temper

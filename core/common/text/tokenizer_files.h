// SPDX-License-Identifier: Apache-2.0
// The tokenizer of a model as the files of a Hugging Face folder.
#pragma once

#include <filesystem>

namespace temper {

// Copies tokenizer.json and its companions out of an HF folder, or writes tokenizer.json, tokenizer_config.json and
// chat_template.jinja from a GGUF's metadata such that they tokenise alike. A model without tokenizer files gives none.
void copyTokenizerFiles(const std::filesystem::path& model, const std::filesystem::path& folder);

} // namespace temper

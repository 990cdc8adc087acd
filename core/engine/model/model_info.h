// SPDX-License-Identifier: Apache-2.0
// What a model is, told from its files without reading a weight.
#pragma once

#include "core/common/base/json.h"

#include <filesystem>

namespace temper {

class Tokenizer;

// {"family", "parameters", "layers", "hidden_size", …, "chat_template", "files", "bytes"}: what `info`
// prints. Throws as ModelFiles and describeModel().
OrderedJson modelInfo(const std::filesystem::path& model);

// Tokens that a character of running English and of running Chinese costs, each measured on a short
// paragraph:
// {"english", "chinese"}.
OrderedJson tokensPerCharacter(const Tokenizer& tokenizer);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// What lies beside tokenizer.json: special tokens by name and chat templates.
#pragma once

#include "core/common/text/tokenizer.h"

namespace temper {

// From tokenizer_config.json, special_tokens_map.json, chat_template.jinja, chat_template.json and
// additional_chat_templates/*.jinja of a folder, whichever there are. Throws Error(Input) naming file and
// key.
Tokenizer::Names readTokenizerNames(const std::filesystem::path& folder);

// Fills bos, eos, pad and unk from `all`.
void nameTheUsual(Tokenizer::Names& names);

} // namespace temper

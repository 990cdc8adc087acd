// SPDX-License-Identifier: Apache-2.0
// What the names in tokenizer.ggml.pre stand for, in the words of tokenizer.json.
#pragma once

#include "core/common/base/json.h"

#include <string>
#include <vector>

namespace temper {

struct GgufPreTokenizer {
    Json description; // a "pre_tokenizer" of tokenizer.json
    bool ignoresMerges = false; // a word that is a token stays one
    bool addsBos = false; // unless the file says otherwise
};

// Nothing is known under that name: an empty description (null).
GgufPreTokenizer ggufPreTokenizer(const std::string& name);
std::vector<std::string> ggufPreTokenizerNames();

} // namespace temper

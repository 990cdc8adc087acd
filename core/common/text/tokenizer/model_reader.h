// SPDX-License-Identifier: Apache-2.0
// The "model" of tokenizer.json: vocabularies of hundreds of thousands of tokens, read straight from the
// parsed file.
#pragma once

#include "core/common/text/tokenizer/json_field.h"
#include "core/common/text/tokenizer/pre_tokenizer.h"
#include "core/common/text/tokenizer/token_model.h"

#include <simdjson.h>

namespace temper {

// `settings` is the same object as `model` without "vocab" and "merges".
struct ModelSource {
    simdjson::dom::object model;
    JsonField settings;
    std::string type; // BPE, …
};

// The model's type: the key "type", or what older files imply by their other keys.
std::string modelType(const simdjson::dom::object& model, const JsonField& settings);

// Whether this model reads raw bytes instead of GPT-2's letters.
ByteLetters modelLetters(const ModelSource& source);

// Throws Error(Input) naming file and key: a kind that is not known, ids out of range, merges of unknown
// tokens.
std::unique_ptr<const TokenModel> readModel(const ModelSource& source, ByteLetters letters);

} // namespace temper

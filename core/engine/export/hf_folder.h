// SPDX-License-Identifier: Apache-2.0
// A whole model as a Hugging Face folder: config.json, model.safetensors, tokenizer files.
#pragma once

#include "core/engine/model/language_model.h"

#include <filesystem>
#include <optional>
#include <string>

namespace temper {

// float32, bfloat16 or float16; an empty name is none of them. Throws Error(Usage) for another name.
std::optional<at::ScalarType> weightTypeOf(const std::string& name);

// Writes the model as it stands; adapters must have been merged. Without `type` weights keep the type of the
// source's safetensors (float32 where they came quantised). Tokenizer files are copied, or made from a GGUF's
// metadata. Returns the type's name. Throws Error(Input) when `folder` already holds another model's files,
// Error(Environment) when it cannot be written.
std::string saveHfFolder(const LanguageModel& model,
    const std::filesystem::path& folder,
    std::optional<at::ScalarType> type = std::nullopt);

// config.json for a model that came without one.
OrderedJson hfConfig(const DecoderOptions& options);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// A whole model as a Hugging Face folder: config.json, model.safetensors, tokenizer files.
#pragma once

#include "core/engine/model/language_model.h"

#include <filesystem>

namespace temper {

// Writes the model as it stands; adapters must have been merged. Weights keep the type of the source's safetensors
// (float32 where they came quantised). Tokenizer files are copied, or made from a GGUF's metadata.
// Throws Error(Input) when `folder` already holds another model's files, Error(Environment) when it cannot be written.
void saveHfFolder(const LanguageModel& model, const std::filesystem::path& folder);

// config.json for a model that came without one.
OrderedJson hfConfig(const DecoderOptions& options);

} // namespace temper

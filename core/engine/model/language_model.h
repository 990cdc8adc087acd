// SPDX-License-Identifier: Apache-2.0
// A model as a person has it: the network with its weights, and where it came from.
#pragma once

#include "core/common/base/progress.h"
#include "core/engine/model/decoder.h"

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace temper {

class ModelFiles;
class StepModel;

struct LoadOptions {
    at::ScalarType computeType = at::kFloat;
    std::vector<std::filesystem::path> adapters; // PEFT folders, applied in order
    ProgressFunction onProgress; // "loading", in layers
    std::stop_token stop;
};

struct LanguageModel {
    std::filesystem::path path;
    std::shared_ptr<const ModelFiles> files;
    std::unique_ptr<Decoder> decoder;
};

// What the files say of the network, without reading a weight.
DecoderOptions describeModel(const ModelFiles& files);

// Throws Error(Input) naming file and key or weight; Error(Environment) when the machine has not enough memory,
// Error(Cancelled) on stop.
std::unique_ptr<LanguageModel> loadLanguageModel(
    const std::filesystem::path& path, const LoadOptions& options = {});

// A window on the model for generation, with a KV cache of its own. The model must outlive it.
std::unique_ptr<StepModel> makeStepModel(LanguageModel& model);

// −log p(ids[i] | ids[0 … i−1]) in natural units for i = 1 … n−1.
std::vector<float> tokenNll(LanguageModel& model, std::span<const std::int32_t> ids);

// The ids that end an answer: generation_config.json's, else config.json's, else the GGUF's.
std::vector<std::int32_t> endTokens(const LanguageModel& model);

// Parameters of the network, counted once where the head is tied to the embeddings.
std::int64_t parameterCount(const DecoderOptions& options);

} // namespace temper

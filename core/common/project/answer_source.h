// SPDX-License-Identifier: Apache-2.0
// What can answer a prompt: a model as it is, or with the adapters of a run on it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace temper {

struct AnswerSource {
    std::string name; // shown: the run's, or the model's file name
    std::filesystem::path model; // Hugging Face folder or .gguf file
    std::vector<std::filesystem::path> adapters; // PEFT folders, applied in order; empty: the model as it is
    std::string runId; // empty: no run of this project
    std::int64_t step = 0; // of the checkpoint; 0: what the run ended with

    bool operator==(const AnswerSource&) const = default;
};

// The model as it is, named by its file.
AnswerSource plainSource(const std::filesystem::path& model);

// A PEFT folder on the model; an empty `model` takes the one that adapter_config.json names. Throws
// Error(Input) where the folder holds no adapter, or there is no model for it.
AnswerSource adapterSource(const std::filesystem::path& model, const std::filesystem::path& adapter);

// What the project's runs left behind, the youngest run first: of each its result and then its checkpoints,
// the latest first. Runs whose recipe cannot be read, and folders that are not there, are left out.
std::vector<AnswerSource> runSources(const std::filesystem::path& project, const std::stop_token& stop = {});

// The models the project knows: those of its index that are still in place, and those its runs began with.
std::vector<AnswerSource> modelSources(const std::filesystem::path& project,
    const std::stop_token& stop = {});

} // namespace temper

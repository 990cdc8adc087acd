// SPDX-License-Identifier: Apache-2.0
// The models that are on this machine already, in the folders other programs keep theirs in.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace temper {

enum class ModelKeeper { Temper, HuggingFace, ModelScope, LmStudio, Ollama };

struct FoundModel {
    ModelKeeper keeper = ModelKeeper::Temper;
    std::string name; // "HuggingFaceTB/SmolLM2-135M-Instruct", "llama3.2:1b", the stem of a GGUF file
    std::filesystem::path path; // a folder or a GGUF file, as ModelFiles takes it
    std::uint64_t bytes = 0; // of the weight files
    bool isGguf = false;

    bool operator==(const FoundModel&) const = default;
};

struct ModelFolder {
    ModelKeeper keeper = ModelKeeper::Temper;
    std::filesystem::path folder;

    bool operator==(const ModelFolder&) const = default;
};

// Where the programs keep their models for this user, as their own variables say (HF_HUB_CACHE, HF_HOME,
// MODELSCOPE_CACHE, OLLAMA_MODELS, TEMPER_TOOLKIT) or by their defaults. Folders need not exist.
std::vector<ModelFolder> usualModelFolders();

// Where models that are fetched are put: <owner>/<name> below it.
std::filesystem::path fetchedModelsFolder();

// Reads names and sizes, no weights. A model whose weight files are not all there is left out, and so are
// parts of split GGUF files and vision projectors. What cannot be read is passed over. Sorted by name, each
// place once.
std::vector<FoundModel> findModels(const std::vector<ModelFolder>& folders, const std::stop_token& stop = {});

// The name a person knows a model by: of a Hugging Face snapshot its repository, else the folder's or file's
// own.
std::string modelNameOf(const std::filesystem::path& folderOrGguf);

} // namespace temper

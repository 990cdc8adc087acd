// SPDX-License-Identifier: Apache-2.0
// The one model that stays loaded between uses, with any of its adapters on.
#pragma once

#include "core/common/base/progress.h"
#include "core/engine/adapter/adapter_switch.h"
#include "core/engine/generate/prompts.h"
#include "core/engine/model/language_model.h"

#include <memory>

namespace temper {

// A loaded model and what belongs to it.
class OpenModel {
public:
    explicit OpenModel(std::unique_ptr<LanguageModel> loaded);

    LanguageModel& model() { return *m_model; }
    AdapterSwitch& adapters() { return m_adapters; }
    // Its tokenizer and chat template, read when they are first asked for.
    const PromptEncoder& prompts();
    std::shared_ptr<const Tokenizer> tokenizer() { return prompts().tokenizer(); } // null: it has none

private:
    std::unique_ptr<LanguageModel> m_model;
    AdapterSwitch m_adapters;
    std::unique_ptr<PromptEncoder> m_prompts;
};

struct ModelWish {
    std::filesystem::path model; // HF folder or .gguf file
    std::vector<std::filesystem::path> adapters; // PEFT folders, in their order
    ProgressFunction onProgress; // "loading", only where something is loaded
    std::stop_token stop;
};

// Not for several threads at once.
class ModelShelf {
public:
    // The model with exactly these adapters on. Another model, or one whose files have changed, is loaded,
    // and the one before it is given up first. What it returns holds until the next open() or release().
    // Throws as loadLanguageModel() and loadAdapter(), Error(Cancelled) on stop.
    OpenModel& open(const ModelWish& wish);
    bool release(); // false: none was held

private:
    std::filesystem::path m_path;
    std::string m_state; // of its files when it was loaded
    std::unique_ptr<OpenModel> m_open;
};

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// The options of the command line that say how answers are made; shared by generate and compare.
#pragma once

#include "core/engine/generate/generator.h"
#include "core/engine/generate/prompts.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace temper {

constexpr std::size_t kRowsAtOnce = 8; // answered side by side: each weight is read once for all of them

struct GenerationOptions {
    bool chat = false;
    GenerationSettings settings;
    std::string earlyStopping = "false";
    std::vector<std::string> stopIds;
    bool ignoreEos = false;

    PromptForm form() const { return chat ? PromptForm::Chat : PromptForm::Plain; }
};

// `options` must live as long as `command`.
void addGenerationOptions(CLI::App& command, GenerationOptions& options);
// The settings with stop ids and early stopping filled in, checked. Warns on stderr of options without
// effect. Throws Error(Usage).
GenerationSettings settingsOf(const GenerationOptions& options);
// True when the model's own end-of-sequence ids end an answer: unless they are ignored or others are named.
bool stopsAtModelEnd(const GenerationOptions& options);

} // namespace temper

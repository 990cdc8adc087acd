// SPDX-License-Identifier: Apache-2.0
// The answers to a run's fixed prompts, given by the model as it stands.
#pragma once

#include "core/common/recipe/recipe.h"
#include "core/common/text/chat_template.h"
#include "core/common/text/tokenizer.h"
#include "core/engine/model/language_model.h"

#include <memory>
#include <string>
#include <vector>

namespace temper {

// Greedy answers, one a prompt; prompts go through the chat template where there is one.
std::vector<std::string> answerProbes(LanguageModel& model, const std::shared_ptr<const Tokenizer>& tokenizer,
    const ChatTemplate* chatTemplate, const Recipe& recipe);

// Token ids of a single user message with the generation prompt, or of the bare text without a template.
std::vector<std::int32_t> promptIds(
    const Tokenizer& tokenizer, const ChatTemplate* chatTemplate, const std::string& prompt);

} // namespace temper

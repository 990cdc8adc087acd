// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/probe.h"

#include "core/common/text/chat_template_choice.h"
#include "core/engine/generate/generator.h"

namespace temper {

std::vector<std::int32_t> promptIds(
    const Tokenizer& tokenizer, const ChatTemplate* chatTemplate, const std::string& prompt)
{
    if (!chatTemplate)
        return tokenizer.encode(prompt, SpecialTokens::Add, Offsets::NotWanted).ids;
    ChatRequest request = chatRequestFor(tokenizer);
    request.messages.push_back({ { "role", "user" }, { "content", prompt } });
    request.addGenerationPrompt = true;
    return tokenizer.encode(chatTemplate->render(request).text, SpecialTokens::Omit, Offsets::NotWanted).ids;
}

std::vector<std::string> answerProbes(LanguageModel& model, const std::shared_ptr<const Tokenizer>& tokenizer,
    const ChatTemplate* chatTemplate, const Recipe& recipe)
{
    std::vector<std::vector<std::int32_t>> prompts;
    for (const std::string& prompt : recipe.probePrompts)
        prompts.push_back(promptIds(*tokenizer, chatTemplate, prompt));
    GenerationSettings settings;
    settings.maxNewTokens = static_cast<std::size_t>(recipe.probeMaxNewTokens);
    settings.sampling.temperature = 0.0;
    settings.stop.ids = endTokens(model);
    GenerationContext context;
    context.tokenizer = tokenizer;
    const auto steps = makeStepModel(model);
    std::vector<std::string> answers;
    for (const Generation& generation : generate(*steps, prompts, settings, context))
        answers.push_back(generation.text);
    return answers;
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/engine/session/parameters.h"

#include "core/common/text/chat_template_choice.h"
#include "core/common/text/tokenizer.h"

namespace temper {

namespace {

// A parameter that is absent or null has its default.
template <typename Value> Value valueOf(const Json& params, const char* name, Value usual)
{
    const auto found = params.find(name);
    return found == params.end() || found->is_null() ? usual : found->get<Value>();
}

std::size_t countOf(const Json& params, const char* name, std::size_t usual)
{
    const auto value = valueOf(params, name, static_cast<std::int64_t>(usual));
    if (value < 1)
        throw Error(ErrorKind::Usage, "is " + std::to_string(value) + ".", name, "Give 1 or more.");
    return static_cast<std::size_t>(value);
}

std::vector<std::string> textsOf(const Json& params, const char* name)
{
    const auto found = params.find(name);
    if (found == params.end() || found->is_null())
        return {};
    if (found->is_string())
        return { found->get<std::string>() };
    return found->get<std::vector<std::string>>();
}

std::vector<std::int32_t> renderedWith(const std::string& wanted, const Json& params, OpenModel& open)
{
    const auto tokenizer = open.tokenizer();
    if (!tokenizer)
        throw Error(ErrorKind::Input, "has no usable tokenizer, so messages cannot be read.",
            open.model().path.string(), "Copy the model's tokenizer.json into its folder.");
    ChatRequest request = chatRequestFor(*tokenizer);
    request.messages = OrderedJson::parse(params.at("messages").dump());
    if (params.contains("tools"))
        request.tools = OrderedJson::parse(params["tools"].dump());
    request.addGenerationPrompt = true;
    const auto chosen = chooseChatTemplate(wanted, tokenizer.get());
    return tokenizer->encode(chosen->render(request).text, SpecialTokens::Omit, Offsets::NotWanted).ids;
}

} // namespace

ModelWish modelWishOf(const Json& params, const SessionContext& context)
{
    ModelWish wish { params.at("model").get<std::string>(), {}, context.progress, context.stop };
    for (const std::string& folder : textsOf(params, "adapter"))
        wish.adapters.emplace_back(folder);
    return wish;
}

GenerationSettings generationSettingsOf(const Json& params)
{
    GenerationSettings settings;
    settings.maxNewTokens = countOf(params, "max_new_tokens", settings.maxNewTokens);
    SamplingSettings& sampling = settings.sampling;
    sampling.temperature = valueOf(params, "temperature", sampling.temperature);
    sampling.topK = valueOf(params, "top_k", sampling.topK);
    sampling.topP = valueOf(params, "top_p", sampling.topP);
    sampling.minP = valueOf(params, "min_p", sampling.minP);
    sampling.typicalP = valueOf(params, "typical_p", sampling.typicalP);
    sampling.repetitionPenalty = valueOf(params, "repetition_penalty", sampling.repetitionPenalty);
    sampling.noRepeatNgramSize = valueOf(params, "no_repeat_ngram_size", sampling.noRepeatNgramSize);
    sampling.seed = valueOf(params, "seed", sampling.seed);
    settings.stop.texts = textsOf(params, "stop");
    checkGeneration(settings);
    return settings;
}

std::vector<std::int32_t> promptIdsOf(const Json& params, OpenModel& open)
{
    const auto wanted = valueOf(params, "template", std::string());
    if (!wanted.empty() && params.contains("messages"))
        return renderedWith(wanted, params, open);
    PromptLine line { OrderedJson::object(), "the prompt" };
    for (const char* key : { "messages", "tools", "prompt", "ids" })
        if (params.contains(key) && !params[key].is_null())
            line.given[key] = OrderedJson::parse(params[key].dump());
    return open.prompts().encode(line);
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/engine/session/answering.h"

#include "core/common/text/chat_template_choice.h"
#include "core/engine/session/step_clock.h"

#include <algorithm>

namespace temper {

namespace {

GenerationSettings settingsFor(const LanguageModel& model, const AnswerRequest& request)
{
    GenerationSettings settings = request.settings;
    if (request.stopAtModelEnd == StopAtModelEnd::Yes)
        for (const std::int32_t id : endTokens(model))
            if (std::find(settings.stop.ids.begin(), settings.stop.ids.end(), id) == settings.stop.ids.end())
                settings.stop.ids.push_back(id);
    return settings;
}

std::vector<Generation>
streamOne(StepModel& steps, const AnswerRequest& request, const GenerationSettings& settings)
{
    TokenStream stream(steps, request.context.tokenizer, request.alternatives, request.onToken);
    GenerationContext context = request.context;
    context.onText = [&](std::size_t prompt, std::string_view piece) {
        stream.addText(piece);
        if (request.context.onText)
            request.context.onText(prompt, piece);
    };
    auto generations = generate(stream, request.prompts, settings, context);
    stream.finish(generations.front().ids);
    return generations;
}

} // namespace

double AnswerSet::tokensPerSecond() const
{
    std::size_t tokens = 0;
    for (const Generation& generation : generations)
        tokens += generation.ids.empty() ? 0 : generation.ids.size() - 1;
    return decodingSeconds > 0 ? static_cast<double>(tokens) / decodingSeconds : 0;
}

AnswerSet answerPrompts(LanguageModel& model, const AnswerRequest& request)
{
    const auto steps = makeStepModel(model);
    return answerPrompts(*steps, model, request);
}

AnswerSet answerPrompts(StepModel& steps, const LanguageModel& model, const AnswerRequest& request)
{
    const GenerationSettings settings = settingsFor(model, request);
    StepClock clock(steps);
    AnswerSet answers;
    if (request.onToken && request.prompts.size() == 1 && settings.beams.beams == 1)
        answers.generations = streamOne(clock, request, settings);
    else
        answers.generations = generateInBatches(
            clock, request.prompts, settings, request.context, request.rowsAtOnce, request.onProgress);
    answers.decodingSeconds = clock.decodingSeconds();
    return answers;
}

LikelihoodSum perplexityOf(OpenModel& open, LikelihoodData data)
{
    data.tokenizer = open.tokenizer();
    data.chatTemplate = chooseChatTemplate({}, data.tokenizer.get());
    if (data.window == 0)
        data.window = static_cast<std::size_t>(
            std::max<std::int64_t>(open.model().decoder->options().contextLength, 0));
    return likelihoodOf(
        data, [&open](std::span<const std::int32_t> ids) { return tokenNll(open.model(), ids); });
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/engine/generate/generator.h"

#include "core/common/base/error.h"
#include "core/common/text/tokenizer.h"
#include "core/engine/generate/logits_steps.h"
#include "core/engine/generate/stop_text.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <utility>

namespace temper {

namespace {

bool contains(const std::vector<std::int32_t>& ids, std::int32_t id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// The text of one answer: complete characters only, up to the first stop text.
class AnswerText {
public:
    AnswerText(std::size_t prompt, const std::vector<std::string>& stops, const GenerationContext& context)
        : m_prompt(prompt)
        , m_stop(stops)
        , m_context(context)
    {
        if (context.tokenizer)
            m_decoder.emplace(context.tokenizer);
    }

    bool stopped() const { return m_stop.found(); }
    void push(std::int32_t id)
    {
        if (m_decoder)
            show(m_stop.push(m_decoder->push(id)));
    }
    std::string finish()
    {
        if (m_decoder)
            show(m_stop.push(m_decoder->finish()));
        show(m_stop.finish());
        return std::move(m_text);
    }

private:
    void show(const std::string& piece)
    {
        m_text += piece;
        if (!piece.empty() && m_context.onText)
            m_context.onText(m_prompt, piece);
    }

    std::size_t m_prompt;
    std::optional<StreamDecoder> m_decoder;
    StopText m_stop;
    const GenerationContext& m_context;
    std::string m_text;
};

// One prompt being answered token by token.
class Answer {
public:
    Answer(std::size_t index,
        const std::vector<std::int32_t>& prompt,
        const GenerationSettings& settings,
        const GenerationContext& context)
        : m_settings(settings)
        , m_sampler(settings.sampling, context.firstStream + index)
        , m_text(index, settings.stop.texts, context)
        , m_sequence(prompt)
    {
    }

    // Adds the next token; false when the answer has ended with it.
    bool extend(std::span<const float> logits)
    {
        const std::int32_t id = m_sampler.choose(logits, m_sequence);
        m_sequence.push_back(id);
        m_generation.ids.push_back(id);
        if (m_settings.logProbabilities == LogProbabilities::Wanted)
            m_generation.logProbabilities.push_back(static_cast<float>(
                static_cast<double>(logits[static_cast<std::size_t>(id)]) - logSumExp(logits)));
        if (contains(m_settings.stop.ids, id))
            return end(FinishReason::Stop);
        m_text.push(id);
        if (m_text.stopped())
            return end(FinishReason::Stop);
        if (m_generation.ids.size() >= m_settings.maxNewTokens)
            return end(FinishReason::Length);
        return true;
    }

    bool end(FinishReason reason)
    {
        m_generation.finish = reason;
        m_generation.text = m_text.finish();
        if (m_text.stopped())
            m_generation.finish = FinishReason::Stop;
        return false;
    }

    std::int32_t lastId() const { return m_sequence.back(); }
    Generation take() { return std::move(m_generation); }

private:
    const GenerationSettings& m_settings;
    Sampler m_sampler;
    AnswerText m_text;
    std::vector<std::int32_t> m_sequence; // prompt and answer
    Generation m_generation;
};

std::vector<Generation> generateStepwise(StepModel& model,
    std::span<const std::vector<std::int32_t>> prompts,
    const GenerationSettings& settings,
    const GenerationContext& context)
{
    std::vector<Answer> answers;
    for (std::size_t i = 0; i < prompts.size(); ++i)
        answers.emplace_back(i, prompts[i], settings, context);
    const std::size_t vocabulary = model.vocabularySize();
    std::vector<std::size_t> open(prompts.size()); // the answer behind each row
    std::iota(open.begin(), open.end(), std::size_t { 0 });

    std::span<const float> logits;
    if (settings.maxNewTokens > 0 && !context.stop.stop_requested())
        logits = model.start(prompts);
    while (!logits.empty()) {
        std::vector<std::int32_t> ids;
        std::vector<std::int64_t> from;
        std::vector<std::size_t> still;
        for (std::size_t row = 0; row < open.size(); ++row) {
            Answer& answer = answers[open[row]];
            if (!answer.extend(logits.subspan(row * vocabulary, vocabulary)))
                continue;
            ids.push_back(answer.lastId());
            from.push_back(static_cast<std::int64_t>(row));
            still.push_back(open[row]);
        }
        open = std::move(still);
        if (open.empty() || context.stop.stop_requested())
            break;
        logits = model.step(ids, from);
    }
    for (const std::size_t index : open)
        answers[index].end(settings.maxNewTokens > 0 ? FinishReason::Cancelled : FinishReason::Length);

    std::vector<Generation> generations;
    for (Answer& answer : answers)
        generations.push_back(answer.take());
    return generations;
}

BeamRules beamRules(const GenerationSettings& settings, const GenerationContext& context)
{
    BeamRules rules;
    rules.maxNewTokens = settings.maxNewTokens;
    rules.repetitionPenalty = settings.sampling.repetitionPenalty;
    rules.noRepeatNgramSize = settings.sampling.noRepeatNgramSize;
    rules.stopIds = settings.stop.ids;
    rules.padId = settings.padId >= 0 || rules.stopIds.empty() ? settings.padId : rules.stopIds.front();
    rules.stop = context.stop;
    if (!settings.stop.texts.empty())
        rules.stopsAt = [&settings, tokenizer = context.tokenizer](std::span<const std::int32_t> ids) {
            StopText stop(settings.stop.texts);
            stop.push(tokenizer->decode(ids, SpecialText::Skip));
            return stop.found();
        };
    return rules;
}

std::vector<Generation> generateWithBeams(StepModel& model,
    std::span<const std::vector<std::int32_t>> prompts,
    const GenerationSettings& settings,
    const GenerationContext& context)
{
    const auto found = beamSearch(model, prompts, settings.beams, beamRules(settings, context));
    std::vector<Generation> generations(prompts.size());
    for (std::size_t i = 0; i < prompts.size(); ++i) {
        Generation& generation = generations[i];
        if (!found[i].empty()) {
            const Hypothesis& best = found[i].front();
            generation.ids = best.ids;
            generation.score = static_cast<double>(best.score);
            generation.finish = best.stopped ? FinishReason::Stop : FinishReason::Length;
        }
        if (generation.finish == FinishReason::Length && generation.ids.size() < settings.maxNewTokens
            && context.stop.stop_requested())
            generation.finish = FinishReason::Cancelled;
        AnswerText text(i, settings.stop.texts, context);
        for (const std::int32_t id : generation.ids)
            if (!contains(settings.stop.ids, id))
                text.push(id);
        generation.text = text.finish();
    }
    return generations;
}

void checkPrompt(const std::vector<std::int32_t>& prompt, std::size_t index, std::size_t vocabulary)
{
    const std::string subject = "prompt " + std::to_string(index + 1);
    if (prompt.empty())
        throw Error(ErrorKind::Input, "has no tokens.", subject,
            "Give at least one token; for an empty text that is the model's first special token.");
    for (const std::int32_t id : prompt)
        if (id < 0 || static_cast<std::size_t>(id) >= vocabulary)
            throw Error(ErrorKind::Input,
                "has the token id " + std::to_string(id) + ", but the model's vocabulary ends at "
                    + std::to_string(vocabulary - 1) + ".",
                subject, "Tokenise it with this model's own tokenizer.");
}

} // namespace

std::string_view finishReasonName(FinishReason reason)
{
    switch (reason) {
    case FinishReason::Stop:
        return "stop";
    case FinishReason::Length:
        return "length";
    case FinishReason::Cancelled:
        return "cancelled";
    }
    return {};
}

void checkGeneration(const GenerationSettings& settings)
{
    checkSampling(settings.sampling);
    checkBeams(settings.beams);
    if (settings.beams.beams > 1 && !settings.sampling.greedy())
        throw Error(ErrorKind::Usage, "does not go together with beam search, which never samples.",
            "temperature", "Leave out the temperature or the beams.");
    if (settings.beams.beams > 1 && settings.logProbabilities == LogProbabilities::Wanted)
        throw Error(ErrorKind::Usage, "are not recorded by beam search.", "log-probabilities",
            "Ask for them without beams.");
}

std::vector<Generation> generate(StepModel& model,
    std::span<const std::vector<std::int32_t>> prompts,
    const GenerationSettings& settings,
    const GenerationContext& context)
{
    checkGeneration(settings);
    if (!settings.stop.texts.empty() && !context.tokenizer)
        throw Error(ErrorKind::Usage, "needs a model with a tokenizer.", "stop", "Use stop ids instead.");
    for (std::size_t i = 0; i < prompts.size(); ++i)
        checkPrompt(prompts[i], context.firstStream + i, model.vocabularySize());
    if (settings.beams.beams > 1)
        return generateWithBeams(model, prompts, settings, context);
    return generateStepwise(model, prompts, settings, context);
}

std::vector<Generation> generateInBatches(StepModel& model,
    std::span<const std::vector<std::int32_t>> prompts,
    const GenerationSettings& settings,
    const GenerationContext& context,
    std::size_t rowsAtOnce,
    const ProgressFunction& onProgress)
{
    checkGeneration(settings);
    const std::size_t size
        = std::max<std::size_t>(1, rowsAtOnce / static_cast<std::size_t>(settings.beams.beams));
    std::vector<Generation> generations;
    for (std::size_t first = 0; first < prompts.size(); first += size) {
        GenerationContext batch = context;
        batch.firstStream = context.firstStream + first;
        if (context.onText)
            batch.onText = [&context, first](std::size_t prompt, std::string_view piece) {
                context.onText(first + prompt, piece);
            };
        if (onProgress)
            onProgress({ "answering", first, prompts.size(), "prompts" });
        auto answers = generate(
            model, prompts.subspan(first, std::min(size, prompts.size() - first)), settings, batch);
        std::move(answers.begin(), answers.end(), std::back_inserter(generations));
    }
    return generations;
}

} // namespace temper

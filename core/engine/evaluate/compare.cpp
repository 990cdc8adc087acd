// SPDX-License-Identifier: Apache-2.0
#include "core/engine/evaluate/compare.h"

#include <algorithm>
#include <iterator>

namespace temper {

namespace {

GenerationSettings settingsFor(const Comparison& comparison, const AnsweringModel& model)
{
    GenerationSettings settings = comparison.settings;
    if (comparison.stopAtModelEnd == StopAtModelEnd::Yes)
        for (const std::int32_t id : model.endIds)
            if (std::find(settings.stop.ids.begin(), settings.stop.ids.end(), id) == settings.stop.ids.end())
                settings.stop.ids.push_back(id);
    return settings;
}

std::vector<Generation> answersOf(const Comparison& comparison, AnsweringModel& model)
{
    GenerationContext context;
    context.tokenizer = comparison.tokenizer;
    context.stop = comparison.stop;
    auto answers = generateInBatches(*model.steps, comparison.prompts, settingsFor(comparison, model),
        context, comparison.rowsAtOnce, comparison.onProgress);
    throwIfStopped(comparison.stop);
    return answers;
}

std::vector<float>
judge(const AnsweringModel& model, std::span<const std::int32_t> prompt, std::span<const std::int32_t> answer)
{
    if (answer.empty())
        return {};
    std::vector<std::int32_t> whole(prompt.begin(), prompt.end());
    whole.insert(whole.end(), answer.begin(), answer.end());
    const std::vector<float> nll = model.nll(whole);
    std::vector<float> logProbabilities(nll.end() - static_cast<std::ptrdiff_t>(answer.size()), nll.end());
    for (float& value : logProbabilities)
        value = -value;
    return logProbabilities;
}

// Reports "judging" and fills one list of log-probabilities of every pair.
template <typename Choose>
void judgeAll(const Comparison& comparison,
    const AnsweringModel& model,
    std::vector<AnswerPair>& pairs,
    Choose choose)
{
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        throwIfStopped(comparison.stop);
        if (comparison.onProgress)
            comparison.onProgress({ "judging", i, pairs.size(), "answers" });
        auto [ids, target] = choose(pairs[i]);
        *target = judge(model, comparison.prompts[i], *ids);
    }
}

using Judged = std::pair<const std::vector<std::int32_t>*, std::vector<float>*>;

} // namespace

std::vector<AnswerPair> compareAnswers(const Comparison& comparison)
{
    std::vector<AnswerPair> pairs(comparison.prompts.size());
    {
        AnsweringModel base = comparison.openBase();
        auto answers = answersOf(comparison, base);
        for (std::size_t i = 0; i < pairs.size(); ++i)
            pairs[i].base.generation = std::move(answers[i]);
        judgeAll(comparison, base, pairs,
            [](AnswerPair& pair) { return Judged(&pair.base.generation.ids, &pair.base.underBase); });
    }
    {
        AnsweringModel tuned = comparison.openTuned();
        auto answers = answersOf(comparison, tuned);
        for (std::size_t i = 0; i < pairs.size(); ++i)
            pairs[i].tuned.generation = std::move(answers[i]);
        judgeAll(comparison, tuned, pairs,
            [](AnswerPair& pair) { return Judged(&pair.base.generation.ids, &pair.base.underTuned); });
        judgeAll(comparison, tuned, pairs,
            [](AnswerPair& pair) { return Judged(&pair.tuned.generation.ids, &pair.tuned.underTuned); });
    }
    const AnsweringModel base = comparison.openBase();
    judgeAll(comparison, base, pairs,
        [](AnswerPair& pair) { return Judged(&pair.tuned.generation.ids, &pair.tuned.underBase); });
    return pairs;
}

OrderedJson toJson(const ComparedAnswer& answer, bool hasText)
{
    OrderedJson json;
    json["text"] = hasText ? OrderedJson(answer.generation.text) : OrderedJson();
    json["ids"] = answer.generation.ids;
    json["finish_reason"] = finishReasonName(answer.generation.finish);
    json["log_probabilities"] = { { "base", answer.underBase }, { "tuned", answer.underTuned } };
    return json;
}

} // namespace temper

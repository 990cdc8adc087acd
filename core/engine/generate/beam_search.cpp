// SPDX-License-Identifier: Apache-2.0
#include "core/engine/generate/beam_search.h"

#include "core/common/base/error.h"
#include "core/engine/generate/prompt_search.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace temper {

namespace {

// transformers 5, GenerationMixin._beam_search, for one row of its batch: rows do not influence each other.
class PlainSearch final : public PromptSearch {
public:
    PlainSearch(std::span<const std::int32_t> prompt, const BeamSettings& settings, const BeamRules& rules)
        : m_prompt(prompt)
        , m_settings(settings)
        , m_rules(rules)
        , m_open(1)
    {
    }

    void advance(std::span<const float> logits, std::size_t vocabulary) override;
    std::vector<OpenBeam> open() const override { return m_done ? std::vector<OpenBeam> {} : m_open; }
    std::vector<Hypothesis> results() const override;

private:
    bool full() const { return m_finished.size() == beams(); }
    std::size_t beams() const { return static_cast<std::size_t>(m_settings.beams); }
    float atLength(float score, std::size_t length) const;
    void finish(std::vector<Hypothesis> ended);
    bool canImprove() const;

    std::span<const std::int32_t> m_prompt;
    const BeamSettings& m_settings;
    const BeamRules& m_rules;
    std::vector<OpenBeam> m_open;
    std::vector<Hypothesis> m_finished; // best first, at most beams()
    std::size_t m_length = 0;
    bool m_improvable = true;
    bool m_done = false;
};

void PlainSearch::advance(std::span<const float> logits, std::size_t vocabulary)
{
    BestContinuations best(continuationsToKeep(beams(), m_rules));
    for (std::size_t beam = 0; beam < m_open.size(); ++beam) {
        const auto row = logits.subspan(beam * vocabulary, vocabulary);
        best.add(beam, m_open[beam].score, beamLogProbabilities(row, m_prompt, m_open[beam].ids, m_rules));
    }
    const std::vector<Continuation> continuations = best.take();
    if (continuations.empty()) {
        m_done = true;
        return;
    }
    ++m_length;
    const bool lengthReached = m_length >= m_rules.maxNewTokens;
    std::vector<OpenBeam> open;
    std::vector<Hypothesis> ended;
    for (std::size_t rank = 0; rank < continuations.size(); ++rank) {
        const Continuation& next = continuations[rank];
        std::vector<std::int32_t> ids = withNext(m_open[next.beam].ids, next.id);
        const bool stopped = endsSequence(ids, m_rules);
        if (!stopped && !lengthReached) {
            if (open.size() < beams())
                open.push_back({ std::move(ids), next.score, next.beam });
        } else if (rank < beams()) {
            ended.push_back({ std::move(ids), atLength(next.score, m_length), stopped });
        }
    }
    finish(std::move(ended));
    m_open = std::move(open);
    m_improvable = m_improvable && canImprove();
    m_done
        = m_open.empty() || !m_improvable || (full() && m_settings.earlyStopping == EarlyStopping::WhenFull);
}

float PlainSearch::atLength(float score, std::size_t length) const
{
    return score / static_cast<float>(std::pow(static_cast<double>(length), m_settings.lengthPenalty));
}

void PlainSearch::finish(std::vector<Hypothesis> ended)
{
    std::move(ended.begin(), ended.end(), std::back_inserter(m_finished));
    std::stable_sort(m_finished.begin(), m_finished.end(),
        [](const Hypothesis& a, const Hypothesis& b) { return a.score > b.score; });
    if (m_finished.size() > beams())
        m_finished.resize(beams());
}

bool PlainSearch::canImprove() const
{
    if (!full() || m_open.empty())
        return true;
    const bool never = m_settings.earlyStopping == EarlyStopping::Never && m_settings.lengthPenalty > 0;
    return atLength(m_open.front().score, never ? m_rules.maxNewTokens : m_length) > m_finished.back().score;
}

std::vector<Hypothesis> PlainSearch::results() const
{
    if (!m_finished.empty() || m_length == 0)
        return m_finished;
    std::vector<Hypothesis> unfinished;
    for (const OpenBeam& beam : m_open)
        unfinished.push_back({ beam.ids, atLength(beam.score, m_length), false });
    return unfinished;
}

struct Step {
    std::vector<std::int32_t> ids;
    std::vector<std::int64_t> from;
    std::vector<std::size_t> rows; // of each search
};

Step nextStep(const std::vector<std::unique_ptr<PromptSearch>>& searches,
    const std::vector<std::size_t>& rowsBefore)
{
    Step step;
    std::size_t base = 0;
    for (std::size_t i = 0; i < searches.size(); ++i) {
        const std::vector<OpenBeam> open = searches[i]->open();
        for (const OpenBeam& beam : open) {
            step.ids.push_back(beam.ids.back());
            step.from.push_back(static_cast<std::int64_t>(base + beam.parent));
        }
        step.rows.push_back(open.size());
        base += rowsBefore[i];
    }
    return step;
}

void advanceAll(std::vector<std::unique_ptr<PromptSearch>>& searches,
    std::span<const float> logits,
    const std::vector<std::size_t>& rows,
    std::size_t vocabulary)
{
    std::size_t base = 0;
    for (std::size_t i = 0; i < searches.size(); ++i) {
        if (rows[i] > 0)
            searches[i]->advance(logits.subspan(base * vocabulary, rows[i] * vocabulary), vocabulary);
        base += rows[i];
    }
}

} // namespace

std::unique_ptr<PromptSearch>
makeBeamSearch(std::span<const std::int32_t> prompt, const BeamSettings& settings, const BeamRules& rules)
{
    return std::make_unique<PlainSearch>(prompt, settings, rules);
}

void checkBeams(const BeamSettings& settings)
{
    const auto refuse = [](const char* subject, const char* sentence, const char* remedy) {
        throw Error(ErrorKind::Usage, sentence, subject, remedy);
    };
    if (settings.beams < 1 || settings.beams > 1024)
        refuse("beams", "must lie between 1 and 1024.", "Choose 4 for a start.");
    if (settings.groups < 1 || settings.beams % settings.groups != 0)
        refuse("num-beam-groups", "must divide the number of beams.", "Choose a divisor of --beams.");
    if (settings.groups > 1 && !(settings.diversityPenalty > 0))
        refuse("diversity-penalty", "must be above 0 with several beam groups.",
            "Give a value such as 1.0; without it every group finds the same.");
    if (settings.groups == 1 && settings.diversityPenalty != 0)
        refuse("diversity-penalty", "needs several beam groups.", "Give --num-beam-groups too.");
    if (!std::isfinite(settings.lengthPenalty))
        refuse("length-penalty", "must be a number.", "Choose 1.0 for the mean log-probability.");
}

std::vector<std::vector<Hypothesis>> beamSearch(StepModel& model,
    std::span<const std::vector<std::int32_t>> prompts,
    const BeamSettings& settings,
    const BeamRules& rules)
{
    checkBeams(settings);
    std::vector<std::vector<Hypothesis>> results(prompts.size());
    if (prompts.empty() || rules.maxNewTokens == 0)
        return results;
    std::vector<std::unique_ptr<PromptSearch>> searches;
    for (const std::vector<std::int32_t>& prompt : prompts)
        searches.push_back(settings.groups > 1 ? makeGroupBeamSearch(prompt, settings, rules)
                                               : makeBeamSearch(prompt, settings, rules));
    const std::size_t vocabulary = model.vocabularySize();
    std::vector<std::size_t> rows(prompts.size(), 1);
    advanceAll(searches, model.start(prompts), rows, vocabulary);
    while (!rules.stop.stop_requested()) {
        Step step = nextStep(searches, rows);
        if (step.ids.empty())
            break;
        rows = std::move(step.rows);
        advanceAll(searches, model.step(step.ids, step.from), rows, vocabulary);
    }
    for (std::size_t i = 0; i < searches.size(); ++i)
        results[i] = searches[i]->results();
    return results;
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/engine/generate/prompt_search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace temper {

namespace {

// The finished sequences of one group (transformers 4, BeamHypotheses).
class FinishedGroup {
public:
    explicit FinishedGroup(std::size_t size)
        : m_size(size)
    {
    }

    bool full() const { return m_sequences.size() >= m_size; }
    double worst() const { return m_sequences.back().score; }
    const std::vector<Hypothesis>& sequences() const { return m_sequences; }

    void add(Hypothesis sequence)
    {
        const auto place = std::find_if(m_sequences.begin(), m_sequences.end(),
            [&sequence](const Hypothesis& other) { return sequence.score > other.score; });
        m_sequences.insert(place, std::move(sequence));
        if (m_sequences.size() > m_size)
            m_sequences.pop_back();
    }

private:
    std::size_t m_size;
    std::vector<Hypothesis> m_sequences; // best first
};

struct Group {
    explicit Group(std::size_t size)
        : open(1)
        , finished(size)
    {
    }
    std::vector<OpenBeam> open;
    FinishedGroup finished;
    bool done = false;
};

// Diverse beam search (Vijayakumar et al. 2016): groups choose one after the other at each step, and a token
// that an earlier group has just chosen costs diversityPenalty. As transformers-community/group-beam-search
// for transformers 5.
class GroupSearch final : public PromptSearch {
public:
    GroupSearch(std::span<const std::int32_t> prompt, const BeamSettings& settings, const BeamRules& rules)
        : m_prompt(prompt)
        , m_settings(settings)
        , m_rules(rules)
        , m_groups(static_cast<std::size_t>(settings.groups), Group(groupSize()))
    {
    }

    void advance(std::span<const float> logits, std::size_t vocabulary) override;
    std::vector<OpenBeam> open() const override;
    std::vector<Hypothesis> results() const override;

private:
    using Choices
        = std::map<std::int32_t, int>; // how many beams of earlier groups chose a token at this step

    std::size_t groupSize() const { return static_cast<std::size_t>(m_settings.beams / m_settings.groups); }
    float atLength(float score, std::size_t length) const;
    std::vector<Continuation>
    continuations(const Group& group, std::span<const float> logits, const Choices&) const;
    void extend(Group& group, const std::vector<Continuation>& best, std::size_t firstRow);
    bool finished(const Group& group, float bestScore) const;

    std::span<const std::int32_t> m_prompt;
    const BeamSettings& m_settings;
    const BeamRules& m_rules;
    std::vector<Group> m_groups;
    std::size_t m_length = 0;
};

void GroupSearch::advance(std::span<const float> logits, std::size_t vocabulary)
{
    const bool first = m_length == 0;
    Choices choices;
    ++m_length;
    std::size_t row = 0;
    for (Group& group : m_groups) {
        if (group.done) {
            if (m_rules.padId >= 0)
                choices[m_rules.padId] += m_settings.beams / m_settings.groups;
            continue;
        }
        const std::size_t rows = group.open.size();
        const std::size_t firstRow = first ? 0 : row;
        const auto best
            = continuations(group, logits.subspan(firstRow * vocabulary, rows * vocabulary), choices);
        extend(group, best, firstRow);
        for (const OpenBeam& beam : group.open)
            ++choices[beam.ids.back()];
        group.done = best.empty() || finished(group, best.front().score);
        row += rows;
    }
}

std::vector<Continuation>
GroupSearch::continuations(const Group& group, std::span<const float> logits, const Choices& choices) const
{
    BestContinuations best(continuationsToKeep(groupSize(), m_rules));
    const std::size_t vocabulary = logits.size() / group.open.size();
    for (std::size_t beam = 0; beam < group.open.size(); ++beam) {
        std::vector<float> row = beamLogProbabilities(
            logits.subspan(beam * vocabulary, vocabulary), m_prompt, group.open[beam].ids, m_rules);
        for (const auto& [id, count] : choices)
            if (static_cast<std::size_t>(id) < row.size())
                row[static_cast<std::size_t>(id)] -= static_cast<float>(m_settings.diversityPenalty * count);
        best.add(beam, group.open[beam].score, row);
    }
    return best.take();
}

void GroupSearch::extend(Group& group, const std::vector<Continuation>& best, std::size_t firstRow)
{
    std::vector<OpenBeam> open;
    for (std::size_t rank = 0; rank < best.size() && open.size() < groupSize(); ++rank) {
        const Continuation& next = best[rank];
        std::vector<std::int32_t> ids = withNext(group.open[next.beam].ids, next.id);
        if (!endsSequence(ids, m_rules))
            open.push_back({ std::move(ids), next.score, firstRow + next.beam });
        else if (rank < groupSize())
            group.finished.add({ std::move(ids), atLength(next.score, m_length), true });
    }
    if (!best.empty())
        group.open = std::move(open);
}

bool GroupSearch::finished(const Group& group, float bestScore) const
{
    if (group.open.empty())
        return true;
    if (!group.finished.full())
        return false;
    switch (m_settings.earlyStopping) {
    case EarlyStopping::WhenFull:
        return true;
    case EarlyStopping::Heuristic:
        return group.finished.worst() >= atLength(bestScore, m_length);
    case EarlyStopping::Never:
        return group.finished.worst()
            >= atLength(bestScore, m_settings.lengthPenalty > 0 ? m_rules.maxNewTokens : m_length);
    }
    return true;
}

float GroupSearch::atLength(float score, std::size_t length) const
{
    return static_cast<float>(
        static_cast<double>(score) / std::pow(static_cast<double>(length), m_settings.lengthPenalty));
}

std::vector<OpenBeam> GroupSearch::open() const
{
    std::vector<OpenBeam> all;
    if (m_length >= m_rules.maxNewTokens)
        return all;
    for (const Group& group : m_groups)
        if (!group.done)
            all.insert(all.end(), group.open.begin(), group.open.end());
    return all;
}

std::vector<Hypothesis> GroupSearch::results() const
{
    std::vector<Hypothesis> all;
    for (const Group& group : m_groups) {
        FinishedGroup finished = group.finished;
        if (!group.done)
            for (const OpenBeam& beam : group.open)
                finished.add({ beam.ids, atLength(beam.score, m_length), false });
        all.insert(all.end(), finished.sequences().begin(), finished.sequences().end());
    }
    std::stable_sort(
        all.begin(), all.end(), [](const Hypothesis& a, const Hypothesis& b) { return a.score > b.score; });
    if (all.size() > static_cast<std::size_t>(m_settings.beams))
        all.resize(static_cast<std::size_t>(m_settings.beams));
    return all;
}

} // namespace

std::unique_ptr<PromptSearch> makeGroupBeamSearch(std::span<const std::int32_t> prompt,
    const BeamSettings& settings,
    const BeamRules& rules)
{
    return std::make_unique<GroupSearch>(prompt, settings, rules);
}

} // namespace temper

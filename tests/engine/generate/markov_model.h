// SPDX-License-Identifier: Apache-2.0
// A tiny language model whose logits depend on the last two tokens only: the same as in make_beam_cases.py.
#pragma once

#include "core/engine/generate/step_model.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace temper::test {

class MarkovModel final : public StepModel {
public:
    static constexpr std::size_t kVocabulary = 24;

    explicit MarkovModel(std::uint64_t seed)
        : m_seed(seed)
    {
    }

    std::size_t vocabularySize() const override { return kVocabulary; }

    std::span<const float> start(std::span<const std::vector<std::int32_t>> prompts) override
    {
        m_rows.clear();
        for (const std::vector<std::int32_t>& prompt : prompts)
            m_rows.push_back({ prompt[prompt.size() - 2], prompt.back() });
        return logits();
    }

    std::span<const float> step(std::span<const std::int32_t> ids,
        std::span<const std::int64_t> from) override
    {
        std::vector<Row> next;
        for (std::size_t i = 0; i < ids.size(); ++i)
            next.push_back({ m_rows.at(static_cast<std::size_t>(from[i])).second, ids[i] });
        m_rows = std::move(next);
        ++steps;
        widestStep = std::max(widestStep, m_rows.size());
        return logits();
    }

    static float logit(std::uint64_t seed, std::int32_t before, std::int32_t last, std::size_t token)
    {
        std::uint64_t mixed = splitMix(seed) + static_cast<std::uint64_t>(before);
        mixed = splitMix(mixed) + static_cast<std::uint64_t>(last);
        mixed = splitMix(splitMix(mixed) + token);
        const double share = static_cast<double>(mixed >> 40) / (1 << 24);
        return static_cast<float>(8 * share * share * share);
    }

    int steps = 0;
    std::size_t widestStep = 0;

private:
    using Row = std::pair<std::int32_t, std::int32_t>;

    static std::uint64_t splitMix(std::uint64_t x)
    {
        x += 0x9E3779B97F4A7C15ULL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
        return x ^ (x >> 31);
    }

    std::span<const float> logits()
    {
        m_logits.clear();
        for (const Row& row : m_rows)
            for (std::size_t token = 0; token < kVocabulary; ++token)
                m_logits.push_back(logit(m_seed, row.first, row.second, token));
        return m_logits;
    }

    std::uint64_t m_seed;
    std::vector<Row> m_rows;
    std::vector<float> m_logits;
};

} // namespace temper::test

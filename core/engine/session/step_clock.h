// SPDX-License-Identifier: Apache-2.0
// Measures how fast a model answers: the time of the steps alone, without loading and without reading
// prompts.
#pragma once

#include "core/engine/generate/step_model.h"

#include <chrono>

namespace temper {

class StepClock final : public StepModel {
public:
    explicit StepClock(StepModel& inner); // outlives it

    std::size_t vocabularySize() const override { return m_inner.vocabularySize(); }
    std::span<const float> start(std::span<const std::vector<std::int32_t>> prompts) override;
    std::span<const float> step(std::span<const std::int32_t> ids,
        std::span<const std::int64_t> from) override;

    // From the end of reading a prompt to the end of its last step, search included; summed over all starts.
    double decodingSeconds() const { return m_seconds; }

private:
    using Clock = std::chrono::steady_clock;

    StepModel& m_inner;
    Clock::time_point m_mark;
    double m_seconds = 0;
};

} // namespace temper

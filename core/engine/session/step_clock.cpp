// SPDX-License-Identifier: Apache-2.0
#include "core/engine/session/step_clock.h"

namespace temper {

StepClock::StepClock(StepModel& inner)
    : m_inner(inner)
{
}

std::span<const float> StepClock::start(std::span<const std::vector<std::int32_t>> prompts)
{
    const std::span<const float> logits = m_inner.start(prompts);
    m_mark = Clock::now();
    return logits;
}

std::span<const float> StepClock::step(std::span<const std::int32_t> ids, std::span<const std::int64_t> from)
{
    const std::span<const float> logits = m_inner.step(ids, from);
    const Clock::time_point now = Clock::now();
    m_seconds += std::chrono::duration<double>(now - m_mark).count();
    m_mark = now;
    return logits;
}

} // namespace temper

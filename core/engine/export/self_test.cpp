// SPDX-License-Identifier: Apache-2.0
#include "core/engine/export/self_test.h"

#include "core/common/base/progress.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace temper {

ProbeLogits readProbe(StepModel& steps, std::vector<std::int32_t> ids, const std::stop_token& stop)
{
    ProbeLogits probe { std::move(ids), steps.vocabularySize(), {} };
    const std::vector<std::vector<std::int32_t>> first { { probe.ids.front() } };
    std::span<const float> logits = steps.start(first);
    probe.logits.assign(logits.begin(), logits.end());
    for (std::size_t i = 1; i < probe.ids.size(); ++i) {
        throwIfStopped(stop);
        const std::array next { probe.ids[i] };
        static constexpr std::array<std::int64_t, 1> kSameRow { 0 };
        logits = steps.step(next, kSameRow);
        probe.logits.insert(probe.logits.end(), logits.begin(), logits.end());
    }
    return probe;
}

SelfTest compareProbes(const ProbeLogits& expected, const ProbeLogits& got)
{
    if (expected.ids != got.ids || expected.vocabulary != got.vocabulary)
        throw Error(ErrorKind::Input, "the export reads the probe text as other tokens than its model.", {},
            "Export it again.");
    SelfTest test;
    test.positions = static_cast<std::int64_t>(expected.ids.size());
    for (std::size_t i = 0; i < expected.ids.size(); ++i) {
        const auto row = [&](const ProbeLogits& probe) {
            return std::span(probe.logits).subspan(i * probe.vocabulary, probe.vocabulary);
        };
        const auto before = row(expected);
        const auto after = row(got);
        for (std::size_t token = 0; token < before.size(); ++token) {
            const double difference = std::abs(static_cast<double>(before[token]) - after[token]);
            const double told = std::isfinite(difference) ? difference : std::numeric_limits<double>::max();
            test.greatestDifference = std::max(test.greatestDifference, told);
        }
        const auto best
            = [](std::span<const float> logits) { return std::ranges::max_element(logits) - logits.begin(); };
        test.sameChoice += best(before) == best(after);
    }
    return test;
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// Whether an export answers as what it was made of: both read a probe text, and their logits are compared.
#pragma once

#include "core/engine/generate/step_model.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace temper {

// What a model says of each next token of a text.
struct ProbeLogits {
    std::vector<std::int32_t> ids;
    std::size_t vocabulary = 0;
    std::vector<float> logits; // [ids, vocabulary], row i after ids[0 … i]
};

// Throws Error(Cancelled) on stop.
ProbeLogits readProbe(StepModel& steps, std::vector<std::int32_t> ids, const std::stop_token& stop);

struct SelfTest {
    double greatestDifference = 0; // of a logit
    std::int64_t positions = 0;
    std::int64_t sameChoice = 0; // positions where both hold the same token for the most probable
};

// Throws Error(Input) where the two do not read the same text with the same vocabulary.
SelfTest compareProbes(const ProbeLogits& expected, const ProbeLogits& got);

} // namespace temper

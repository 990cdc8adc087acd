// SPDX-License-Identifier: Apache-2.0
// Several answers over one model, each with adapters of its own, token by token in turns: what a person sees
// side by side grows side by side.
#pragma once

#include "core/engine/session/answering.h"

namespace temper {

struct AnswerSide {
    std::vector<std::filesystem::path> adapters; // PEFT folders; none: the base model
    AnswerRequest request; // its callbacks come from threads of their own
    std::function<void(const AnswerSet&, const AnswerRequest&)> onAnswer; // once it has ended; may be empty
};

// One answer set a side, each the same as if it were asked for alone. The network runs in the calling thread.
// Throws what the first side that failed threw, after all have ended.
std::vector<AnswerSet> answerSideBySide(OpenModel& open, const std::vector<AnswerSide>& sides);

} // namespace temper

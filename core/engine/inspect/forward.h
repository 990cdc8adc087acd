// SPDX-License-Identifier: Apache-2.0
// A whole pass over given inputs with everything that can be looked at, in the names and layout of transformers.
#pragma once

#include "core/engine/model/language_model.h"
#include "core/engine/model/tensor_files.h"

#include <string>
#include <vector>

namespace temper {

struct ForwardOptions {
    bool hiddenStates = false;
    bool attentions = false;
};

// Takes input_ids [rows, length] and optionally attention_mask, position_ids and labels of the same shape; gives logits
// [rows, length, vocabulary], loss, hidden_states.N [rows, length, hidden], attentions.N [rows, heads, length, length],
// all float32; where the mask is 0 they are what transformers' eager
// attention gives. Throws Error(Input, …, subject) for shapes that do not agree.
std::vector<NamedTensor> forwardPass(LanguageModel& model, const std::vector<NamedTensor>& inputs,
    const ForwardOptions& options, const std::string& subject);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// Supervised fine-tuning on given scores: cross entropy, label smoothing, dynamic fine-tuning, accumulated
// micro-batches.
#pragma once

#include "core/engine/objective/objective_case.h"

namespace temper {

// Inputs logits [rows, length, vocabulary] and labels [rows, length], or logits_0, labels_0, logits_1, … for
// the micro-batches of one step. Params: shift (true), ignore_index (−100), num_items_in_batch (the
// supervised tokens here), epsilon (label smoothing). A case with loss_type "dft", or whose id begins with
// dft, is weighted by the token's probability.
ObjectiveOutputs evaluateSft(ObjectiveCase& objective);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// The parameters that several methods of the model have in common.
#pragma once

#include "core/common/link/session.h"
#include "core/engine/generate/generator.h"
#include "core/engine/session/model_shelf.h"

namespace temper {

// "model" and "adapter" (a folder, a list of folders applied in order, or null: the base model).
ModelWish modelWishOf(const Json& params, const SessionContext& context);

// "max_new_tokens", "temperature", "top_k", "top_p", "min_p", "typical_p", "repetition_penalty",
// "no_repeat_ngram_size", "seed" and "stop" (a text or a list). Throws Error(Usage) naming the one out of
// range.
GenerationSettings generationSettingsOf(const Json& params);

// The ids of "messages" (with "tools" and "template"), "prompt" or "ids", of which one is given. Messages end
// with the generation prompt. Throws Error(Input) for what the model lacks.
std::vector<std::int32_t> promptIdsOf(const Json& params, OpenModel& open);

} // namespace temper

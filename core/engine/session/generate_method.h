// SPDX-License-Identifier: Apache-2.0
// The methods that answer prompts, token by token, and that judge a text.
#pragma once

#include "core/common/link/session.h"
#include "core/engine/session/model_shelf.h"

namespace temper {

// Announces generate.token for every token, and answers {"text", "ids", "finish_reason", "tokens_per_second",
// "prompt_tokens"}.
Json generateMethod(const Json& params, const SessionContext& context, ModelShelf& shelf);

// The same for several "sides" over one model, each with what it has of its own (adapter, messages, …) beside
// what is common: token by token in turns. Announces generate.token with "side", and compare.answer when a
// side has ended. Answers {"answers"}, one a side.
Json compareMethod(const Json& params, const SessionContext& context, ModelShelf& shelf);

// The probability of every token of a given text or conversation: {"text", "tokens", "nll_mean"}.
Json scoreMethod(const Json& params, const SessionContext& context, ModelShelf& shelf);

} // namespace temper

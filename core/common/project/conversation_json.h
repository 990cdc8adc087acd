// SPDX-License-Identifier: Apache-2.0
// The parts of a conversation as JSON, for its file and for results of batches.
#pragma once

#include "core/common/project/conversation.h"

namespace temper {

// Paths below `project` are written relative to it.
Json toJson(const AnswerSource& source, const std::filesystem::path& project);
AnswerSource answerSourceFromJson(const Json& json, const std::filesystem::path& project);

Json toJson(const SamplingChoice& sampling);
SamplingChoice samplingFromJson(const Json& json);

// {"text", "token_id", "logprob", "top": [{"text", "logprob"}…]}, as the engine announces them.
Json toJson(const AnswerToken& token);
AnswerToken answerTokenFromJson(const Json& json);

const char* answerEndName(AnswerEnd end); // "stop", "length", "cancelled", "failed"

Json toJson(const ConversationAnswer& answer, const std::filesystem::path& project);
ConversationAnswer answerFromJson(const Json& json, const std::filesystem::path& project);

} // namespace temper

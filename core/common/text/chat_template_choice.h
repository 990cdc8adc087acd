// SPDX-License-Identifier: Apache-2.0
// Which chat template a conversation goes through: one that was asked for, or the model's own.
#pragma once

#include "core/common/text/chat_template.h"

#include <memory>
#include <string>

namespace temper {

class Tokenizer;

// `wanted`: a .jinja file, one of the model's further templates by name, or one that Temper ships by name;
// empty: the model's own. Null where nothing is wanted and the model (null: there is none) has no template.
// Throws Error(Input) for a name that nobody knows, listing those it ships, and for a template with a syntax
// error.
std::shared_ptr<const ChatTemplate> chooseChatTemplate(const std::string& wanted, const Tokenizer* tokenizer);

// A request with bos_token, eos_token and the like, as the templates of this model expect them.
ChatRequest chatRequestFor(const Tokenizer& tokenizer);

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// What a person asks a model, as the token ids it reads.
#pragma once

#include "core/common/base/json.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace temper {

class ChatTemplate;
class Tokenizer;

enum class PromptForm {
    Plain, // a text is continued as it stands
    Chat, // a text is what the user says: it goes through the chat template
};

// A prompt as given: {"prompt": text}, {"messages": [{"role", "content"}…], "tools"?} or {"ids": [token
// id…]}.
struct PromptLine {
    OrderedJson given;
    std::string subject; // file:line, for errors
};

// The lines of a JSONL file; empty ones are passed over. Throws Error(Input) naming file and line for
// anything else.
std::vector<PromptLine> readPromptLines(const std::filesystem::path& file);

class PromptEncoder {
public:
    // Reads the model's tokenizer and template; a model without a tokenizer still takes ids.
    PromptEncoder(const std::filesystem::path& model, PromptForm form);
    ~PromptEncoder();

    // Texts get the tokenizer's own special tokens; messages end with the template's generation prompt, and
    // their special tokens are the template's own. Throws Error(Input) naming the line, or what the model
    // lacks.
    std::vector<std::int32_t> encode(const PromptLine& line) const;
    std::shared_ptr<const Tokenizer> tokenizer() const { return m_tokenizer; } // null: the model has none

private:
    std::vector<std::int32_t> encodeMessages(const OrderedJson& messages, const PromptLine& line) const;
    const Tokenizer& neededTokenizer() const;

    PromptForm m_form;
    std::shared_ptr<const Tokenizer> m_tokenizer;
    std::string m_whyNoTokenizer;
    std::string m_model;
    std::unique_ptr<const ChatTemplate> m_template; // null: the model has none
};

} // namespace temper

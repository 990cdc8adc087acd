// SPDX-License-Identifier: Apache-2.0
// Conversations to the text a model was trained on, through its Jinja chat template.
#pragma once

#include "core/common/base/json.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace temper {

struct CharacterSpan {
    std::uint32_t begin = 0; // code points of the rendered text
    std::uint32_t end = 0;
};

struct RenderedChat {
    std::string text;
    std::vector<CharacterSpan>
        answers; // what {% generation %} blocks covered, or what the assistant's turns rendered
};

struct ChatRequest {
    OrderedJson messages = OrderedJson::array(); // [{"role", "content", …}]
    OrderedJson tools; // null: none
    bool addGenerationPrompt = false;
    OrderedJson variables = OrderedJson::object(); // bos_token, eos_token, … and the caller's own
};

// A compiled template. Immutable: render() may be called from several threads at once.
class ChatTemplate {
public:
    // `name` is used in errors ("smollm2, template line 3: …"). Throws Error(Input) for a syntax error.
    ChatTemplate(const std::string& source, const std::string& name);
    ~ChatTemplate();

    // As transformers' apply_chat_template renders. Throws Error(Input) with the template's line for a
    // template that fails, and with raise_exception's own message.
    RenderedChat render(const ChatRequest& request) const;
    // True when the source marks its answers with {% generation %}.
    bool marksAnswers() const;
    const std::string& name() const;

private:
    struct State;
    std::unique_ptr<const State> m_state;
};

// As render(), and `answers` covers what the assistant wrote (content and the end-of-turn mark that follows
// it, as in the template's own generation blocks) also for templates without generation blocks: found by
// rendering the conversation turn by turn and comparing prefixes.
RenderedChat renderWithAnswers(const ChatTemplate& chatTemplate, const ChatRequest& request);

// The templates Temper ships by name ("chatml", "llama3", …); empty when the name is not known.
std::string namedChatTemplate(const std::string& name);
std::vector<std::string> chatTemplateNames();

} // namespace temper

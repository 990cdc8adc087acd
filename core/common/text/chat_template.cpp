// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/chat_template.h"

#include "core/common/base/error.h"
#include "core/common/text/chat_template_names.h"
#include "core/common/text/jinja_interpreter.h"
#include "core/common/text/jinja_json.h"
#include "core/common/text/jinja_syntax.h"

namespace temper {

namespace {

constexpr const char* kReasoningNames[] = { "reasoning_content", "thinking", "reasoning" };

[[noreturn]] void rethrow(const jinja::Failure& failure, const std::string& name, int line)
{
    throw Error(ErrorKind::Input, failure.what(), name + ", template line " + std::to_string(line));
}

// transformers gives a message's reasoning under the name the template may read, whichever one the caller
// used.
OrderedJson withReasoningNames(const OrderedJson& message)
{
    const OrderedJson* reasoning = nullptr;
    for (const char* name : kReasoningNames) {
        const auto found = message.find(name);
        if (!reasoning && found != message.end() && !found->is_null())
            reasoning = &*found;
    }
    if (!reasoning)
        return message;
    OrderedJson named = OrderedJson::object();
    named["thinking"] = *reasoning;
    for (const auto& [key, value] : message.items())
        named[key] = value;
    named["reasoning_content"] = *reasoning;
    return named;
}

OrderedJson conversation(const OrderedJson& messages)
{
    if (!messages.is_array())
        throw Error(ErrorKind::Input, "the messages are not a list.", "messages");
    OrderedJson named = OrderedJson::array();
    for (const OrderedJson& message : messages) {
        if (!message.is_object())
            throw Error(ErrorKind::Input,
                "message " + std::to_string(named.size() + 1) + " is not an object.", "messages",
                "Each message needs \"role\" and \"content\".");
        named.push_back(withReasoningNames(message));
    }
    return named;
}

} // namespace

struct ChatTemplate::State {
    std::string name;
    jinja::Template source;
};

ChatTemplate::ChatTemplate(const std::string& source, const std::string& name)
{
    auto state = std::make_unique<State>();
    state->name = name;
    try {
        state->source = jinja::compileTemplate(source);
    } catch (const jinja::Failure& failure) {
        rethrow(failure, name, failure.line());
    }
    m_state = std::move(state);
}

ChatTemplate::~ChatTemplate() = default;

bool ChatTemplate::marksAnswers() const
{
    return m_state->source.hasGeneration;
}

const std::string& ChatTemplate::name() const
{
    return m_state->name;
}

RenderedChat ChatTemplate::render(const ChatRequest& request) const
{
    jinja::Variables variables;
    variables["messages"] = jinja::valueFromJson(conversation(request.messages));
    variables["tools"] = jinja::valueFromJson(request.tools);
    variables["documents"] = jinja::Value(nullptr);
    variables["add_generation_prompt"] = jinja::Value(request.addGenerationPrompt);
    for (const auto& [name, value] : request.variables.items())
        variables[name] = jinja::valueFromJson(value);
    jinja::Interpreter interpreter(m_state->source, std::move(variables));
    try {
        jinja::Rendering rendering = interpreter.run();
        RenderedChat chat;
        chat.text = std::move(rendering.text);
        for (const auto& [begin, end] : rendering.generations)
            chat.answers.push_back({ begin, end });
        return chat;
    } catch (const jinja::Failure& failure) {
        rethrow(failure, m_state->name, failure.line() ? failure.line() : interpreter.line());
    }
}

std::string namedChatTemplate(const std::string& name)
{
    for (const EmbeddedTemplate* known = kEmbeddedTemplates; known->name; ++known) {
        if (name == known->name)
            return std::string(known->text, known->size);
    }
    return {};
}

std::vector<std::string> chatTemplateNames()
{
    std::vector<std::string> names;
    for (const EmbeddedTemplate* known = kEmbeddedTemplates; known->name; ++known)
        names.emplace_back(known->name);
    return names;
}

} // namespace temper

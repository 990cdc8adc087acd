// SPDX-License-Identifier: Apache-2.0
// Which part of a rendered conversation the assistant wrote, for templates that do not say so themselves.
#include "core/common/base/error.h"
#include "core/common/text/chat_template.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace temper {

namespace {

struct ByteSpan {
    std::size_t begin = 0, end = 0;
};

enum class Prompt { Added, Left };

// Finds the assistant's turns in one rendered conversation by rendering parts and variants of it.
class AnswerFinder {
public:
    AnswerFinder(const ChatTemplate& chatTemplate, const ChatRequest& request, const std::string& text)
        : m_template(chatTemplate)
        , m_request(request)
        , m_text(text)
    {
    }
    ByteSpan find(std::size_t turn);

private:
    std::optional<std::string> rendered(const OrderedJson& messages, Prompt prompt) const;
    std::optional<std::string> upTo(std::size_t count, Prompt prompt) const;
    std::optional<ByteSpan>
    content(const OrderedJson& messages, std::size_t turn, const std::string& text) const;
    std::size_t beginOf(std::size_t turn, const std::optional<ByteSpan>& content) const;
    std::size_t endOf(std::size_t turn, const std::optional<ByteSpan>& content) const;
    bool ignoresPrompt(std::size_t turn, const std::string& through) const;
    [[noreturn]] void fail(std::size_t turn) const;

    const ChatTemplate& m_template;
    const ChatRequest& m_request;
    const std::string& m_text;
};

std::size_t commonPrefix(std::string_view left, std::string_view right)
{
    const auto [at, other] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    return static_cast<std::size_t>(at - left.begin());
}

std::size_t commonSuffix(std::string_view left, std::string_view right)
{
    const auto [at, other] = std::mismatch(left.rbegin(), left.rend(), right.rbegin(), right.rend());
    return static_cast<std::size_t>(at - left.rbegin());
}

// Puts `text` in place of what a message says. False when it says nothing that could be replaced.
bool replaceContent(OrderedJson& message, const std::string& text)
{
    const auto content = message.find("content");
    if (content == message.end())
        return false;
    if (content->is_string()) {
        *content = text;
        return true;
    }
    if (!content->is_array())
        return false;
    for (auto part = content->rbegin(); part != content->rend(); ++part) {
        if (part->is_object() && part->contains("text")) {
            (*part)["text"] = text;
            return true;
        }
    }
    return false;
}

// A mark such as <|eot_id|> or </s> at the beginning, with the white space around it; 0 when there is none.
std::size_t endMarkLength(std::string_view text)
{
    const auto skipSpace = [&](std::size_t at) {
        while (at < text.size() && (text[at] == ' ' || text[at] == '\n'))
            ++at;
        return at;
    };
    const std::size_t open = skipSpace(0);
    if (open >= text.size() || text[open] != '<')
        return 0;
    const std::size_t close = text.find('>', open);
    const std::size_t inner = text.find_first_of(" \n<", open + 1);
    if (close == std::string_view::npos || inner < close)
        return 0;
    return skipSpace(close + 1);
}

std::optional<std::string> AnswerFinder::rendered(const OrderedJson& messages, Prompt prompt) const
{
    ChatRequest part = m_request;
    part.messages = messages;
    part.addGenerationPrompt = prompt == Prompt::Added;
    try {
        return m_template.render(part).text;
    } catch (const Error&) {
        return std::nullopt; // many templates refuse conversations that are cut off: this way is not open
                             // then
    }
}

std::optional<std::string> AnswerFinder::upTo(std::size_t count, Prompt prompt) const
{
    OrderedJson messages = OrderedJson::array();
    for (std::size_t i = 0; i < count; ++i)
        messages.push_back(m_request.messages[i]);
    return rendered(messages, prompt);
}

// Where a turn's content stands in `text`, the rendering of `messages`: what changes when the content does.
std::optional<ByteSpan>
AnswerFinder::content(const OrderedJson& messages, std::size_t turn, const std::string& text) const
{
    const Prompt prompt = m_request.addGenerationPrompt && messages.size() == m_request.messages.size()
        ? Prompt::Added
        : Prompt::Left;
    std::optional<ByteSpan> found;
    // Two stand-ins without a character in common: one of them differs from the content at each end.
    for (const char* standIn : { "\uE0F0\uE0F1\uE0F2", "\uF3A5\uF3A6\uF3A7" }) {
        OrderedJson changed = messages;
        if (!replaceContent(changed[turn], standIn))
            return std::nullopt;
        const auto variant = rendered(changed, prompt);
        if (!variant || *variant == text || variant->find(standIn) == std::string::npos)
            return std::nullopt;
        const std::size_t begin = commonPrefix(text, *variant);
        const std::size_t end = text.size() - std::min(commonSuffix(text, *variant), text.size() - begin);
        found = found ? ByteSpan { std::min(found->begin, begin), std::max(found->end, end) }
                      : ByteSpan { begin, end };
    }
    return found;
}

std::size_t AnswerFinder::beginOf(std::size_t turn, const std::optional<ByteSpan>& content) const
{
    const auto before = upTo(turn, Prompt::Added);
    if (before && m_text.starts_with(*before))
        return before->size();
    if (!content)
        fail(turn);
    const auto history = upTo(turn, Prompt::Left);
    if (!before || !history || !before->starts_with(*history))
        return content->begin;
    // The prompt may add more than the turn's header (an empty thinking block): what both share is the
    // header.
    const std::string_view header = std::string_view(*before).substr(history->size());
    const bool touching = std::string_view(m_text).substr(0, content->begin).ends_with(header);
    if (!touching && !history->empty() && m_text.starts_with(*history))
        return std::min(
            history->size() + commonPrefix(header, std::string_view(m_text).substr(history->size())),
            content->begin);
    return content->begin;
}

bool AnswerFinder::ignoresPrompt(std::size_t turn, const std::string& through) const
{
    const auto prompted = upTo(turn + 1, Prompt::Added);
    return prompted && *prompted == through;
}

std::size_t AnswerFinder::endOf(std::size_t turn, const std::optional<ByteSpan>& content) const
{
    const auto through = upTo(turn + 1, Prompt::Left);
    bool ends = through && m_text.starts_with(*through);
    if (ends && ignoresPrompt(turn, *through)) {
        // Such a template may close every conversation with the header of an answer to come: text that goes
        // on shows it.
        OrderedJson longer = OrderedJson::array();
        for (std::size_t i = 0; i <= turn; ++i)
            longer.push_back(m_request.messages[i]);
        longer.push_back({ { "role", "user" }, { "content", "?" } });
        const auto continued = rendered(longer, Prompt::Left);
        ends = !continued || continued->starts_with(*through);
    }
    if (ends)
        return through->size();
    if (!content)
        fail(turn);
    OrderedJson messages = OrderedJson::array();
    for (std::size_t i = 0; i <= turn; ++i)
        messages.push_back(m_request.messages[i]);
    const std::string_view tail = std::string_view(m_text).substr(content->end);
    const auto shorter = through ? this->content(messages, turn, *through) : std::nullopt;
    if (shorter && !ignoresPrompt(turn, *through)) {
        const std::string_view closing = std::string_view(*through).substr(shorter->end);
        if (tail.starts_with(closing))
            return content->end + closing.size();
    }
    return content->end + endMarkLength(tail);
}

void AnswerFinder::fail(std::size_t turn) const
{
    throw Error(ErrorKind::Input,
        "the answer of message " + std::to_string(turn + 1)
            + " cannot be found in the rendered conversation.",
        m_template.name(), "Mark answers in the template with {% generation %} … {% endgeneration %}.");
}

ByteSpan AnswerFinder::find(std::size_t turn)
{
    const auto where = content(m_request.messages, turn, m_text);
    const ByteSpan span { beginOf(turn, where), endOf(turn, where) };
    if (span.begin > span.end)
        fail(turn);
    return span;
}

} // namespace

RenderedChat renderWithAnswers(const ChatTemplate& chatTemplate, const ChatRequest& request)
{
    RenderedChat chat = chatTemplate.render(request);
    if (chatTemplate.marksAnswers())
        return chat;
    AnswerFinder finder(chatTemplate, request, chat.text);
    std::size_t bytes = 0;
    std::uint32_t points = 0;
    const auto toPoints = [&](std::size_t position) {
        if (position < bytes)
            bytes = points = 0;
        points += static_cast<std::uint32_t>(
            jinja::countPoints(std::string_view(chat.text).substr(bytes, position - bytes)));
        bytes = position;
        return points;
    };
    for (std::size_t i = 0; i < request.messages.size(); ++i) {
        const auto role = request.messages[i].find("role");
        if (role == request.messages[i].end() || *role != "assistant")
            continue;
        const ByteSpan span = finder.find(i);
        const std::uint32_t begin = toPoints(span.begin);
        chat.answers.push_back({ begin, toPoints(span.end) });
    }
    return chat;
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/engine/generate/prompts.h"

#include "core/common/base/error.h"
#include "core/common/base/text_file.h"
#include "core/common/text/chat_template.h"
#include "core/common/text/tokenizer.h"

#include <algorithm>
#include <cctype>
#include <limits>
#include <string_view>

namespace temper {

namespace {

bool isBlank(std::string_view line)
{
    return std::all_of(line.begin(), line.end(), [](unsigned char c) { return std::isspace(c) != 0; });
}

void checkLine(const PromptLine& line)
{
    const OrderedJson& given = line.given;
    if (!given.is_object())
        throw Error(ErrorKind::Input, "is no JSON object.", line.subject, R"(Write {"prompt": "…"}.)");
    const int kinds = given.contains("prompt") + given.contains("messages") + given.contains("ids");
    if (kinds != 1)
        throw Error(ErrorKind::Input, "needs exactly one of the keys prompt, messages and ids.", line.subject,
            R"(Write {"prompt": "…"}, {"messages": […]} or {"ids": […]}.)");
    const auto expect = [&](const char* key, bool right, const char* what) {
        if (given.contains(key) && !right)
            throw Error(
                ErrorKind::Input, std::string("the key ") + key + " must be " + what + ".", line.subject);
    };
    expect("prompt", given.contains("prompt") && given["prompt"].is_string(), "a text");
    expect("messages", given.contains("messages") && given["messages"].is_array(), "a list of messages");
    expect("ids", given.contains("ids") && given["ids"].is_array(), "a list of token ids");
}

std::vector<std::int32_t> idsOf(const PromptLine& line)
{
    std::vector<std::int32_t> ids;
    for (const OrderedJson& value : line.given["ids"]) {
        const bool whole = value.is_number_integer();
        const std::int64_t id = whole ? value.get<std::int64_t>() : -1;
        if (id < 0 || id > std::numeric_limits<std::int32_t>::max())
            throw Error(ErrorKind::Input, "the key ids holds " + value.dump() + ", which is no token id.",
                line.subject);
        ids.push_back(static_cast<std::int32_t>(id));
    }
    return ids;
}

} // namespace

std::vector<PromptLine> readPromptLines(const std::filesystem::path& file)
{
    const std::string text = readTextFile(file);
    std::string_view rest = text;
    if (rest.starts_with("\xEF\xBB\xBF"))
        rest.remove_prefix(3);
    std::vector<PromptLine> lines;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        if (isBlank(line))
            continue;
        const std::string subject = file.string() + ":" + std::to_string(number);
        lines.push_back({ parseOrderedJson(line, subject), subject });
        checkLine(lines.back());
    }
    if (lines.empty())
        throw Error(
            ErrorKind::Input, "holds no prompt.", file.string(), R"(Write one {"prompt": "…"} a line.)");
    return lines;
}

PromptEncoder::PromptEncoder(const std::filesystem::path& model, PromptForm form)
    : m_form(form)
    , m_model(model.string())
{
    try {
        m_tokenizer = loadTokenizer(model);
    } catch (const Error& error) {
        m_whyNoTokenizer = error.what();
        return;
    }
    if (!m_tokenizer->names().chatTemplate.empty())
        m_template = std::make_unique<ChatTemplate>(m_tokenizer->names().chatTemplate, m_model);
}

PromptEncoder::~PromptEncoder() = default;

std::vector<std::int32_t> PromptEncoder::encode(const PromptLine& line) const
{
    checkLine(line);
    if (line.given.contains("ids"))
        return idsOf(line);
    if (line.given.contains("messages"))
        return encodeMessages(line.given["messages"], line);
    const std::string& text = line.given["prompt"].get_ref<const std::string&>();
    if (m_form == PromptForm::Chat)
        return encodeMessages(OrderedJson::array({ { { "role", "user" }, { "content", text } } }), line);
    return neededTokenizer().encode(text, SpecialTokens::Add, Offsets::NotWanted).ids;
}

std::vector<std::int32_t> PromptEncoder::encodeMessages(const OrderedJson& messages,
    const PromptLine& line) const
{
    const Tokenizer& tokenizer = neededTokenizer();
    if (!m_template)
        throw Error(ErrorKind::Input, "has no chat template, so messages cannot be rendered.", m_model,
            "Give a plain prompt without --chat, or use the chat version of the model.");
    ChatRequest request;
    request.messages = messages;
    if (line.given.contains("tools"))
        request.tools = line.given["tools"];
    request.addGenerationPrompt = true;
    for (const auto& [name, text] : tokenizer.names().all)
        request.variables[name] = text;
    try {
        return tokenizer.encode(m_template->render(request).text, SpecialTokens::Omit, Offsets::NotWanted)
            .ids;
    } catch (const Error& error) {
        throw Error(
            error.kind(), std::string("cannot be rendered: ") + error.what(), line.subject, error.remedy());
    }
}

const Tokenizer& PromptEncoder::neededTokenizer() const
{
    if (!m_tokenizer)
        throw Error(ErrorKind::Input,
            "This model has no usable tokenizer, so only token ids can be given. " + m_whyNoTokenizer);
    return *m_tokenizer;
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/link/session_methods.h"

#include "core/common/file/file_state.h"
#include "core/common/text/chat_template_choice.h"
#include "core/common/text/loss_mask.h"
#include "core/common/text/tokenizer.h"

#include <filesystem>

namespace temper {
namespace {

namespace fs = std::filesystem;

// The tokenizer used last, read again when its files have changed. Only the quick lane comes here.
class TokenizerShelf {
public:
    std::shared_ptr<const Tokenizer> get(const fs::path& model)
    {
        const std::string state = fileState(model);
        if (!m_tokenizer || m_model != model || m_state != state) {
            m_tokenizer = loadTokenizer(model);
            m_model = model;
            m_state = state;
        }
        return m_tokenizer;
    }

private:
    fs::path m_model;
    std::string m_state;
    std::shared_ptr<const Tokenizer> m_tokenizer;
};

Json offsetsToJson(const std::vector<TextSpan>& offsets)
{
    Json json = Json::array();
    for (const TextSpan& span : offsets)
        json.push_back({ span.begin, span.end });
    return json;
}

Json tokenize(const Json& params, TokenizerShelf& shelf)
{
    const auto tokenizer = shelf.get(params.at("model").get<std::string>());
    const SpecialTokens special
        = params.value("special_tokens", true) ? SpecialTokens::Add : SpecialTokens::Omit;
    const Encoding encoding
        = tokenizer->encode(params.at("text").get<std::string>(), special, Offsets::Wanted);
    Json tokens = Json::array();
    for (const std::int32_t id : encoding.ids)
        tokens.push_back(tokenizer->tokenOf(id));
    return { { "ids", encoding.ids }, { "tokens", tokens }, { "offsets", offsetsToJson(encoding.offsets) } };
}

std::shared_ptr<const ChatTemplate> chatTemplateOf(const Json& params, const Tokenizer& tokenizer)
{
    auto chosen = chooseChatTemplate(params.value("template", ""), &tokenizer);
    if (!chosen)
        throw Error(ErrorKind::Input, "the model has no chat template.",
            params.at("model").get<std::string>(), "Give the name of a template, chatml for example.");
    return chosen;
}

Json render(const Json& params, TokenizerShelf& shelf)
{
    const auto tokenizer = shelf.get(params.at("model").get<std::string>());
    ChatRequest request = chatRequestFor(*tokenizer);
    request.messages = OrderedJson::parse(params.at("messages").dump());
    if (params.contains("tools") && !params["tools"].is_null())
        request.tools = OrderedJson::parse(params["tools"].dump());
    request.addGenerationPrompt = params.value("add_generation_prompt", false);
    const RenderedChat chat = renderWithAnswers(*chatTemplateOf(params, *tokenizer), request);
    const Encoding encoding = tokenizer->encode(chat.text, SpecialTokens::Omit, Offsets::Wanted);
    return { { "rendered", chat.text }, { "ids", encoding.ids },
        { "offsets", offsetsToJson(encoding.offsets) },
        { "loss_mask", lossMask(encoding.offsets, chat.answers) } };
}

} // namespace

void addTextMethods(SessionMethods& methods)
{
    const auto shelf = std::make_shared<TokenizerShelf>();
    methods["tokenize"]
        = { [shelf](const Json& params, const SessionContext&) { return tokenize(params, *shelf); } };
    methods["render"]
        = { [shelf](const Json& params, const SessionContext&) { return render(params, *shelf); } };
}

} // namespace temper

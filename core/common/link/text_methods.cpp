// SPDX-License-Identifier: Apache-2.0
#include "core/common/link/session_methods.h"

#include "core/common/base/text_file.h"
#include "core/common/text/chat_template.h"
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
        std::error_code missing;
        const auto changed = fs::last_write_time(
            fs::is_directory(model, missing) ? model / "tokenizer.json" : model, missing);
        if (!m_tokenizer || m_model != model || m_changed != changed) {
            m_tokenizer = loadTokenizer(model);
            m_model = model;
            m_changed = changed;
        }
        return m_tokenizer;
    }

private:
    fs::path m_model;
    fs::file_time_type m_changed;
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

ChatTemplate chatTemplateOf(const Json& params, const Tokenizer& tokenizer)
{
    const std::string name = params.value("template", "");
    if (name.ends_with(".jinja"))
        return { readTextFile(name), name };
    const std::string source = name.empty() ? tokenizer.names().chatTemplate : namedChatTemplate(name);
    if (source.empty())
        throw Error(ErrorKind::Input,
            name.empty() ? "the model has no chat template." : "there is no template of this name.",
            name.empty() ? params.at("model").get<std::string>() : name,
            "Give the name of a template, chatml for example.");
    return { source, name.empty() ? "the model's template" : name };
}

Json render(const Json& params, TokenizerShelf& shelf)
{
    const auto tokenizer = shelf.get(params.at("model").get<std::string>());
    ChatRequest request;
    request.messages = OrderedJson::parse(params.at("messages").dump());
    if (params.contains("tools") && !params["tools"].is_null())
        request.tools = OrderedJson::parse(params["tools"].dump());
    request.addGenerationPrompt = params.value("add_generation_prompt", false);
    for (const auto& [name, text] : tokenizer->names().all)
        request.variables[name] = text;
    const RenderedChat chat = renderWithAnswers(chatTemplateOf(params, *tokenizer), request);
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

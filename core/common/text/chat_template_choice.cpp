// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/chat_template_choice.h"

#include "core/common/base/error.h"
#include "core/common/base/text_file.h"
#include "core/common/text/tokenizer.h"

#include <filesystem>

namespace temper {

namespace {

// Empty: nobody knows the name.
std::string sourceOfName(const std::string& name, const Tokenizer* tokenizer)
{
    if (tokenizer) {
        const auto& named = tokenizer->names().namedChatTemplates;
        if (const auto found = named.find(name); found != named.end())
            return found->second;
    }
    return namedChatTemplate(name);
}

[[noreturn]] void refuseUnknown(const std::string& name)
{
    std::string known;
    for (const std::string& shipped : chatTemplateNames())
        known += (known.empty() ? "" : ", ") + shipped;
    throw Error(ErrorKind::Input, "there is no template of this name.", name,
        "Known are: " + known + "; a .jinja file will do as well.");
}

} // namespace

std::shared_ptr<const ChatTemplate> chooseChatTemplate(const std::string& wanted, const Tokenizer* tokenizer)
{
    std::error_code missing;
    if (wanted.ends_with(".jinja") || (!wanted.empty() && std::filesystem::is_regular_file(wanted, missing)))
        return std::make_shared<ChatTemplate>(readTextFile(wanted), wanted);
    if (!wanted.empty()) {
        const std::string source = sourceOfName(wanted, tokenizer);
        if (source.empty())
            refuseUnknown(wanted);
        return std::make_shared<ChatTemplate>(source, wanted);
    }
    if (!tokenizer || tokenizer->names().chatTemplate.empty())
        return nullptr;
    return std::make_shared<ChatTemplate>(tokenizer->names().chatTemplate, "the model's chat template");
}

ChatRequest chatRequestFor(const Tokenizer& tokenizer)
{
    ChatRequest request;
    for (const auto& [name, text] : tokenizer.names().all)
        request.variables[name] = text;
    return request;
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/tokenizer_names.h"

#include "core/common/base/text_file.h"
#include "core/common/text/tokenizer/json_field.h"

#include <set>

namespace temper {

namespace {

namespace fs = std::filesystem;

bool isFile(const fs::path& path)
{
    std::error_code code;
    return fs::is_regular_file(path, code);
}

// "<s>" or {"content": "<s>", …}; nothing for what is no token.
std::optional<std::string> tokenText(const Json& value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_object() && value.contains("content") && value["content"].is_string())
        return value["content"].get<std::string>();
    return std::nullopt;
}

void readTokens(const Json& object, Tokenizer::Names& names)
{
    for (const auto& [key, value] : object.items()) {
        const auto text = tokenText(value);
        if (key.ends_with("_token") && text && !key.starts_with("add_"))
            names.all[key] = *text;
        if (key != "additional_special_tokens" || !value.is_array())
            continue;
        names.additionalSpecial.clear();
        for (const Json& entry : value)
            if (const auto token = tokenText(entry))
                names.additionalSpecial.push_back(*token);
    }
}

void addNamedTemplate(const JsonField& field, Tokenizer::Names& names)
{
    const std::string name = field.text("name");
    if (name == "default")
        names.chatTemplate = field.text("template");
    else
        names.namedChatTemplates[name] = field.text("template");
}

// A string, or a list of {"name", "template"}.
void readTemplates(const JsonField& root, Tokenizer::Names& names)
{
    if (!root.has("chat_template"))
        return;
    if (!root.at("chat_template").value().is_array()) {
        names.chatTemplate = root.text("chat_template");
        return;
    }
    for (const JsonField& field : root.elements("chat_template"))
        addNamedTemplate(field, names);
}

void readObjectFile(const fs::path& path, Tokenizer::Names& names)
{
    if (!isFile(path))
        return;
    const Json json = readJsonFile(path);
    if (!json.is_object())
        throw Error(ErrorKind::Input, "a JSON object was expected.", path.string());
    readTokens(json, names);
    readTemplates(JsonField(json, path.string(), ""), names);
}

void readTemplateFiles(const fs::path& folder, Tokenizer::Names& names)
{
    if (isFile(folder / "chat_template.jinja"))
        names.chatTemplate = readTextFile(folder / "chat_template.jinja");
    std::error_code code;
    std::set<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder / "additional_chat_templates", code))
        if (entry.path().extension() == ".jinja")
            files.insert(entry.path());
    for (const fs::path& file : files)
        names.namedChatTemplates[file.stem().string()] = readTextFile(file);
}

} // namespace

void nameTheUsual(Tokenizer::Names& names)
{
    const auto text = [&](const char* key) {
        const auto found = names.all.find(key);
        return found == names.all.end() ? std::string() : found->second;
    };
    names.bos = text("bos_token");
    names.eos = text("eos_token");
    names.pad = text("pad_token");
    names.unk = text("unk_token");
}

Tokenizer::Names readTokenizerNames(const fs::path& folder)
{
    Tokenizer::Names names;
    readObjectFile(folder / "special_tokens_map.json", names);
    readObjectFile(folder / "tokenizer_config.json", names);
    readObjectFile(folder / "chat_template.json", names);
    readTemplateFiles(folder, names);
    nameTheUsual(names);
    return names;
}

} // namespace temper

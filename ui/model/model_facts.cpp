// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/model_facts.h"

namespace temper {

namespace {

template <class Value> Value valueOf(const Json& object, const char* key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found == object.end() || found->is_null() ? Value() : found->get<Value>();
}

QString textOf(const Json& object, const char* key)
{
    return QString::fromStdString(valueOf<std::string>(object, key));
}

} // namespace

ModelFacts modelFacts(const Json& info)
{
    ModelFacts facts;
    facts.family = textOf(info, "family");
    facts.parameters = valueOf<std::int64_t>(info, "parameters");
    facts.layers = valueOf<std::int64_t>(info, "layers");
    facts.hiddenSize = valueOf<std::int64_t>(info, "hidden_size");
    facts.heads = valueOf<std::int64_t>(info, "heads");
    facts.keyValueHeads = valueOf<std::int64_t>(info, "kv_heads");
    facts.vocabularySize = valueOf<std::int64_t>(info, "vocab_size");
    facts.contextLength = valueOf<std::int64_t>(info, "context");
    facts.dataType = textOf(info, "dtype");
    facts.isTied = valueOf<bool>(info, "tied");
    facts.hasChatTemplate = valueOf<bool>(info, "chat_template");
    for (const std::string& file : valueOf<std::vector<std::string>>(info, "files"))
        facts.files << QString::fromStdString(file);
    facts.bytes = valueOf<std::int64_t>(info, "bytes");
    const Json cost = valueOf<Json>(info, "tokens_per_character");
    facts.englishTokens = valueOf<double>(cost, "english");
    facts.chineseTokens = valueOf<double>(cost, "chinese");
    facts.tokenizerProblem = textOf(info, "tokenizer_problem");
    return facts;
}

} // namespace temper

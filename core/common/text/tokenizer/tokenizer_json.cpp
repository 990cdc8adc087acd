// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/tokenizer_json.h"

#include "core/common/text/tokenizer/model_reader.h"

namespace temper {

namespace {

namespace dom = simdjson::dom;

Json toJson(dom::element element);

Json toJsonObject(dom::object object, std::string_view without = {}, std::string_view andWithout = {})
{
    Json json = Json::object();
    for (const auto [key, value] : object)
        if (without.empty() || (key != without && key != andWithout))
            json[std::string(key)] = toJson(value);
    return json;
}

Json toJson(dom::element element)
{
    switch (element.type()) {
    case dom::element_type::OBJECT:
        return toJsonObject(dom::object(element));
    case dom::element_type::ARRAY: {
        Json json = Json::array();
        for (const dom::element entry : dom::array(element))
            json.push_back(toJson(entry));
        return json;
    }
    case dom::element_type::STRING:
        return std::string(std::string_view(element));
    case dom::element_type::INT64:
        // ids are not negative; the unsigned form is what the checks for them ask for
        return std::int64_t(element) < 0 ? Json(std::int64_t(element)) : Json(std::uint64_t(element));
    case dom::element_type::UINT64:
        return std::uint64_t(element);
    case dom::element_type::DOUBLE:
        return double(element);
    case dom::element_type::BOOL:
        return bool(element);
    case dom::element_type::NULL_VALUE:
        return nullptr;
    }
    return nullptr;
}

AddedToken readAddedToken(const JsonField& field, const Vocabulary& vocabulary)
{
    AddedToken token;
    token.content = field.text("content");
    const std::int64_t id = field.integer("id");
    if (id < 0 || id > Vocabulary::kMaximumId)
        throw field.at("id").error("the id " + std::to_string(id) + " is out of range.");
    // The vocabulary's own id wins over the list's, as in the reference.
    token.id = vocabulary.idOf(token.content).value_or(static_cast<std::int32_t>(id));
    token.singleWord = field.flagOr("single_word", false);
    token.stripsLeft = field.flagOr("lstrip", false);
    token.stripsRight = field.flagOr("rstrip", false);
    token.special = field.flagOr("special", false);
    token.normalized = field.flagOr("normalized", !token.special);
    return token;
}

std::vector<AddedToken> readAddedTokens(const JsonField& root, const Vocabulary& vocabulary)
{
    std::vector<AddedToken> tokens;
    if (!root.has("added_tokens"))
        return tokens;
    for (const JsonField& field : root.elements("added_tokens"))
        if (AddedToken token = readAddedToken(field, vocabulary); !token.content.empty())
            tokens.push_back(std::move(token));
    return tokens;
}

// A part that may be null or left out.
JsonField part(const JsonField& root, const Json& null, const std::string& name, const char* key)
{
    return root.has(key) ? root.at(key) : JsonField(null, name, key);
}

TokenizerParts readParts(dom::element document, const std::string& name)
{
    dom::object object;
    dom::object model;
    if (document.get(object) != simdjson::SUCCESS)
        throw Error(
            ErrorKind::Input, "a JSON object was expected.", name, "Check that this is a tokenizer.json.");
    if (object["model"].get(model) != simdjson::SUCCESS)
        throw Error(ErrorKind::Input, "the key \"model\" is missing or no object.", name,
            "Check that this is a tokenizer.json.");
    const Json rest = toJsonObject(object, "model", "model");
    const Json settings = toJsonObject(model, "vocab", "merges");
    const Json null;
    const JsonField root(rest, name, "");
    ModelSource source { model, JsonField(settings, name, "model"), {} };
    source.type = modelType(model, source.settings);

    TokenizerParts parts;
    parts.normalizer = makeNormalizer(part(root, null, name, "normalizer"));
    PreTokenizerPlan plan = makePreTokenizer(part(root, null, name, "pre_tokenizer"), modelLetters(source));
    parts.preTokenizer = std::move(plan.preTokenizer);
    parts.model = readModel(source, plan.byteLetters);
    parts.postProcessor = makePostProcessor(part(root, null, name, "post_processor"));
    parts.decoder = makeDecoder(part(root, null, name, "decoder"));
    parts.addedTokens = readAddedTokens(root, parts.model->vocabulary());
    return parts;
}

TokenizerParts parse(const simdjson::padded_string& text, const std::string& name)
{
    dom::parser parser;
    dom::element document;
    const simdjson::error_code code = parser.parse(text).get(document);
    if (code != simdjson::SUCCESS)
        throw Error(ErrorKind::Input,
            std::string("is not valid JSON (") + simdjson::error_message(code) + ").", name,
            "Check that the file is complete.");
    return readParts(document, name);
}

} // namespace

TokenizerParts readTokenizerJson(const std::filesystem::path& path)
{
    simdjson::padded_string text;
    if (std::error_code code; !std::filesystem::is_regular_file(path, code)
        || simdjson::padded_string::load(path.string()).get(text) != simdjson::SUCCESS)
        throw Error(
            ErrorKind::Environment, "cannot be read.", path.string(), "Check the path and its permissions.");
    return parse(text, path.string());
}

TokenizerParts parseTokenizerJson(const std::string& text, const std::string& name)
{
    return parse(simdjson::padded_string(text), name);
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer_files.h"

#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/file/gguf.h"
#include "core/common/text/tokenizer.h"
#include "core/common/text/tokenizer/gguf_pre_tokenizer.h"

#include <array>

namespace temper {

namespace {

constexpr std::array<const char*, 9> kFiles { "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json",
    "added_tokens.json", "vocab.json", "merges.txt", "tokenizer.model", "chat_template.jinja", "chat_template.json" };

void copyFiles(const std::filesystem::path& model, const std::filesystem::path& folder)
{
    for (const char* name : kFiles) {
        if (!std::filesystem::exists(model / name))
            continue;
        std::error_code code;
        std::filesystem::copy_file(model / name, folder / name, std::filesystem::copy_options::overwrite_existing, code);
        if (code)
            throw Error(ErrorKind::Environment, "cannot be written.", (folder / name).string(),
                "Check the disk and the folder's permissions.");
    }
}

// A GGUF's byte-level BPE in the words of tokenizer.json.
class GgufTokenizerJson {
public:
    GgufTokenizerJson(const Json& metadata, const Tokenizer& tokenizer)
        : m_metadata(metadata)
        , m_tokenizer(tokenizer)
        , m_words(ggufPreTokenizer(metadata.value("tokenizer.ggml.pre", "default")))
    {
    }

    OrderedJson tokenizerJson() const
    {
        OrderedJson json;
        json["version"] = "1.0";
        json["truncation"] = nullptr;
        json["padding"] = nullptr;
        json["added_tokens"] = addedTokens();
        json["normalizer"] = nullptr;
        json["pre_tokenizer"] = OrderedJson::parse(m_words.description.dump());
        json["post_processor"] = postProcessor();
        json["decoder"] = byteLevel();
        json["model"] = model();
        return json;
    }

    OrderedJson config() const
    {
        OrderedJson json;
        json["tokenizer_class"] = "PreTrainedTokenizerFast";
        json["clean_up_tokenization_spaces"] = false;
        for (const auto& [name, text] : m_tokenizer.names().all)
            json[name] = text;
        const std::string length = m_metadata.value("general.architecture", "llama") + ".context_length";
        if (m_metadata.contains(length))
            json["model_max_length"] = m_metadata[length].get<std::int64_t>();
        return json;
    }

private:
    const Json& tokens() const { return m_metadata.at("tokenizer.ggml.tokens"); }

    static OrderedJson byteLevel()
    {
        return { { "type", "ByteLevel" }, { "add_prefix_space", false }, { "trim_offsets", true }, { "use_regex", false } };
    }

    OrderedJson addedTokens() const
    {
        constexpr std::int64_t kUserDefined = 4;
        OrderedJson added = OrderedJson::array();
        const Json types = m_metadata.value("tokenizer.ggml.token_type", Json::array());
        for (std::size_t id = 0; id < types.size(); ++id) {
            const bool userDefined = types[id] == kUserDefined;
            if (!userDefined && !m_tokenizer.isSpecial(static_cast<std::int32_t>(id)))
                continue;
            added.push_back({ { "id", id }, { "content", tokens()[id] }, { "single_word", false }, { "lstrip", false },
                { "rstrip", false }, { "normalized", false }, { "special", !userDefined } });
        }
        return added;
    }

    // What a lone empty text encodes to is what the tokenizer puts around every text.
    OrderedJson postProcessor() const
    {
        const auto frame = m_tokenizer.encode("a", SpecialTokens::Add, Offsets::NotWanted).ids;
        const auto bare = m_tokenizer.encode("a", SpecialTokens::Omit, Offsets::NotWanted).ids;
        if (frame == bare)
            return byteLevel();
        OrderedJson single = OrderedJson::array(), pair = OrderedJson::array(), special = OrderedJson::object();
        const auto at = static_cast<std::size_t>(
            std::search(frame.begin(), frame.end(), bare.begin(), bare.end()) - frame.begin());
        for (std::size_t i = 0; i < frame.size(); ++i) {
            if (i == at) {
                single.push_back({ { "Sequence", { { "id", "A" }, { "type_id", 0 } } } });
                i += bare.size() - 1;
                continue;
            }
            const std::string token = m_tokenizer.tokenOf(frame[i]);
            single.push_back({ { "SpecialToken", { { "id", token }, { "type_id", 0 } } } });
            special[token] = { { "id", token }, { "ids", { frame[i] } }, { "tokens", { token } } };
        }
        pair = single;
        for (const auto& piece : single) {
            OrderedJson second = piece;
            second.begin().value()["type_id"] = 1;
            if (second.contains("Sequence"))
                second["Sequence"]["id"] = "B";
            pair.push_back(second);
        }
        return { { "type", "TemplateProcessing" }, { "single", single }, { "pair", pair }, { "special_tokens", special } };
    }

    OrderedJson model() const
    {
        OrderedJson vocabulary = OrderedJson::object();
        // Keys of an ordered object are looked up one by one: the texts are put in place unlooked instead.
        auto& entries = vocabulary.get_ref<OrderedJson::object_t&>();
        entries.reserve(tokens().size());
        for (std::size_t id = 0; id < tokens().size(); ++id)
            entries.std::vector<std::pair<const std::string, OrderedJson>>::emplace_back(
                tokens()[id].get<std::string>(), OrderedJson(id));
        OrderedJson json { { "type", "BPE" }, { "dropout", nullptr }, { "unk_token", nullptr },
            { "continuing_subword_prefix", nullptr }, { "end_of_word_suffix", nullptr }, { "fuse_unk", false },
            { "byte_fallback", false }, { "ignore_merges", m_words.ignoresMerges } };
        json["vocab"] = std::move(vocabulary);
        json["merges"] = m_metadata.at("tokenizer.ggml.merges");
        return json;
    }

    const Json& m_metadata;
    const Tokenizer& m_tokenizer;
    GgufPreTokenizer m_words;
};

} // namespace

void copyTokenizerFiles(const std::filesystem::path& model, const std::filesystem::path& folder)
{
    if (std::filesystem::is_directory(model)) {
        copyFiles(model, folder);
        return;
    }
    const GgufFile file(model);
    if (!file.metadata().contains("tokenizer.ggml.tokens"))
        return;
    const auto tokenizer = loadTokenizer(model);
    const GgufTokenizerJson writer(file.metadata(), *tokenizer);
    writeFileAtomically(folder / "tokenizer.json", toLine(writer.tokenizerJson()));
    writeFileAtomically(folder / "tokenizer_config.json", writer.config().dump(2) + "\n");
    if (!tokenizer->names().chatTemplate.empty())
        writeFileAtomically(folder / "chat_template.jinja", tokenizer->names().chatTemplate);
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/tokenizer_gguf.h"

#include "core/common/file/gguf.h"
#include "core/common/text/tokenizer/bpe_model.h"
#include "core/common/text/tokenizer/byte_decoder.h"
#include "core/common/text/tokenizer/gguf_pre_tokenizer.h"
#include "core/common/text/tokenizer/json_field.h"
#include "core/common/text/tokenizer/token_template.h"
#include "core/common/text/tokenizer/tokenizer_names.h"

namespace temper {

namespace {

// tokenizer.ggml.token_type
constexpr std::int64_t kUnknownType = 2;
constexpr std::int64_t kControlType = 3;
constexpr std::int64_t kUserDefinedType = 4;

constexpr const char* kTokens = "tokenizer.ggml.tokens";

class Reader {
public:
    explicit Reader(const GgufFile& file, const std::string& name)
        : m_root(file.metadata(), name, "")
    {
    }

    TokenizerParts read()
    {
        checkKind();
        m_tokens = strings(kTokens);
        TokenizerParts parts;
        const GgufPreTokenizer words = preTokenizer();
        const JsonField description(words.description, "tokenizer.ggml.pre", "");
        PreTokenizerPlan plan = makePreTokenizer(description, ByteLetters::InModel);
        parts.preTokenizer = std::move(plan.preTokenizer);
        Vocabulary vocabulary = readVocabulary();
        BpeMerges merges = readMerges(vocabulary);
        BpeSettings settings;
        settings.ignoreMerges = words.ignoresMerges;
        settings.letters = plan.byteLetters;
        parts.model
            = std::make_unique<BpeModel>(std::move(vocabulary), std::move(merges), std::move(settings));
        parts.decoder = makeByteLevelDecoder(m_root);
        parts.addedTokens = readAddedTokens();
        parts.postProcessor = readFrame(words.addsBos);
        parts.names = readNames();
        return parts;
    }

private:
    void checkKind() const
    {
        const std::string kind = m_root.text("tokenizer.ggml.model");
        if (kind != "gpt2")
            throw m_root.at("tokenizer.ggml.model")
                .error("the tokenizer kind \"" + kind + "\" is not known here.", "Known is gpt2.");
    }

    GgufPreTokenizer preTokenizer() const
    {
        const std::string name = m_root.textOr("tokenizer.ggml.pre", "default");
        GgufPreTokenizer words = ggufPreTokenizer(name);
        if (words.description.is_null())
            throw m_root.at("tokenizer.ggml.pre")
                .error("the pre-tokenizer \"" + name + "\" is not known here.",
                    "Known are " + joinNames(ggufPreTokenizerNames()) + ".");
        return words;
    }

    std::vector<std::string> strings(const char* key) const
    {
        const JsonField list = m_root.at(key);
        if (!list.value().is_array())
            throw list.error("must be an array of strings.");
        std::vector<std::string> texts;
        texts.reserve(list.value().size());
        for (const Json& entry : list.value()) {
            if (!entry.is_string())
                throw list.error("must be an array of strings.");
            texts.push_back(entry.get<std::string>());
        }
        return texts;
    }

    Vocabulary readVocabulary() const
    {
        if (m_tokens.size() > static_cast<std::size_t>(Vocabulary::kMaximumId))
            throw m_root.at(kTokens).error("holds too many tokens.");
        Vocabulary vocabulary;
        vocabulary.reserve(m_tokens.size(), m_tokens.size() * 8);
        for (std::size_t id = 0; id < m_tokens.size(); ++id)
            vocabulary.add(m_tokens[id], static_cast<std::int32_t>(id));
        return vocabulary;
    }

    BpeMerges readMerges(const Vocabulary& vocabulary) const
    {
        const std::vector<std::string> lines = strings("tokenizer.ggml.merges");
        BpeMerges merges;
        merges.reserve(lines.size());
        for (std::size_t rank = 0; rank < lines.size(); ++rank) {
            const std::string& line = lines[rank];
            const std::size_t space = line.find(' ', 1);
            const std::string left = line.substr(0, space);
            const std::string right = space == std::string::npos ? "" : line.substr(space + 1);
            const auto leftId = vocabulary.idOf(left);
            const auto rightId = vocabulary.idOf(right);
            const auto mergedId = vocabulary.idOf(left + right);
            if (!leftId || !rightId || !mergedId)
                throw m_root.at("tokenizer.ggml.merges")
                    .error("entry " + std::to_string(rank) + " (\"" + line
                        + "\") names a token that is not in the vocabulary.");
            merges.add(*leftId, *rightId, static_cast<std::uint32_t>(rank), *mergedId);
        }
        return merges;
    }

    std::vector<AddedToken> readAddedTokens() const
    {
        std::vector<AddedToken> added;
        if (!m_root.has("tokenizer.ggml.token_type"))
            return added;
        const JsonField types = m_root.at("tokenizer.ggml.token_type");
        if (!types.value().is_array() || types.value().size() != m_tokens.size())
            throw types.error(
                "must hold one type for each of the " + std::to_string(m_tokens.size()) + " tokens.");
        for (std::size_t id = 0; id < m_tokens.size(); ++id) {
            if (!types.value()[id].is_number_integer())
                throw types.error("must hold whole numbers.");
            const auto type = types.value()[id].get<std::int64_t>();
            if (m_tokens[id].empty()
                || (type != kControlType && type != kUserDefinedType && type != kUnknownType))
                continue;
            AddedToken token;
            token.content = m_tokens[id];
            token.id = static_cast<std::int32_t>(id);
            token.special = type != kUserDefinedType;
            added.push_back(std::move(token));
        }
        return added;
    }

    std::optional<std::int32_t> specialId(const char* key) const
    {
        if (!m_root.has(key))
            return std::nullopt;
        const std::int64_t id = m_root.integer(key);
        if (id == 0xFFFFFFFF || id == -1)
            return std::nullopt;
        if (id < 0 || static_cast<std::size_t>(id) >= m_tokens.size())
            throw m_root.at(key).error("the id " + std::to_string(id) + " is out of range.");
        return static_cast<std::int32_t>(id);
    }

    std::unique_ptr<const PostProcessor> readFrame(bool addsBos) const
    {
        const auto wanted = [&](const char* flag, bool otherwise, const char* key) {
            const auto id = specialId(key);
            return m_root.flagOr(flag, otherwise) && id ? std::vector { *id } : std::vector<std::int32_t>();
        };
        auto before = wanted("tokenizer.ggml.add_bos_token", addsBos, "tokenizer.ggml.bos_token_id");
        auto after = wanted("tokenizer.ggml.add_eos_token", false, "tokenizer.ggml.eos_token_id");
        return before.empty() && after.empty() ? nullptr : makeFrame(std::move(before), std::move(after));
    }

    Tokenizer::Names readNames() const
    {
        static constexpr std::pair<const char*, const char*> kIds[]
            = { { "bos_token", "tokenizer.ggml.bos_token_id" },
                  { "eos_token", "tokenizer.ggml.eos_token_id" },
                  { "pad_token", "tokenizer.ggml.padding_token_id" },
                  { "unk_token", "tokenizer.ggml.unknown_token_id" },
                  { "sep_token", "tokenizer.ggml.seperator_token_id" },
                  { "mask_token", "tokenizer.ggml.mask_token_id" } };
        Tokenizer::Names names;
        for (const auto& [name, key] : kIds)
            if (const auto id = specialId(key))
                names.all[name] = m_tokens[static_cast<std::size_t>(*id)];
        names.chatTemplate = m_root.textOr("tokenizer.chat_template", "");
        const std::string prefix = "tokenizer.chat_template.";
        for (const auto& [key, value] : m_root.value().items())
            if (key.starts_with(prefix) && value.is_string())
                names.namedChatTemplates[key.substr(prefix.size())] = value.get<std::string>();
        nameTheUsual(names);
        return names;
    }

    JsonField m_root;
    std::vector<std::string> m_tokens;
};

} // namespace

TokenizerParts readGgufTokenizer(const std::filesystem::path& path)
{
    const GgufFile file(path);
    return Reader(file, path.string()).read();
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
// Text to token ids and back, exactly as the model's own tokenizer does it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

struct TextSpan {
    std::uint32_t begin = 0; // code points of the text as given, begin included, end not
    std::uint32_t end = 0;
    bool operator==(const TextSpan&) const = default;
};

enum class SpecialTokens { Add, Omit };
enum class SpecialText { Keep, Skip }; // in decoded text
enum class Offsets { Wanted, NotWanted };

struct Encoding {
    std::vector<std::int32_t> ids;
    std::vector<TextSpan> offsets; // empty unless wanted; (0, 0) for tokens that the post-processor added
    std::vector<std::int32_t> typeIds; // 0 for the first text, 1 for the pair
};

// Immutable once loaded: every method may be called from several threads at once.
class Tokenizer {
public:
    virtual ~Tokenizer() = default;

    virtual Encoding encode(std::string_view text, SpecialTokens special, Offsets offsets) const = 0;
    virtual Encoding encodePair(std::string_view first,
        std::string_view second,
        SpecialTokens special,
        Offsets offsets) const = 0;
    // Invalid UTF-8 becomes U+FFFD, one for each maximal invalid part. Ids outside the vocabulary are left
    // out.
    virtual std::string decode(std::span<const std::int32_t> ids, SpecialText special) const = 0;
    virtual std::size_t vocabularySize() const = 0; // highest id + 1, added tokens included
    virtual std::optional<std::int32_t> idOf(std::string_view token) const = 0;
    virtual std::string tokenOf(std::int32_t id) const = 0; // as the vocabulary spells it; empty when unknown
    virtual bool isSpecial(std::int32_t id) const = 0;

    // What the model's files say beside the vocabulary.
    struct Names {
        std::string bos, eos, pad, unk; // texts; empty when there is none
        std::map<std::string, std::string> all; // bos_token, eos_token, … as the chat template sees them
        std::vector<std::string> additionalSpecial;
        std::string chatTemplate; // Jinja source; empty when there is none
        std::map<std::string, std::string> namedChatTemplates; // tool_use, …
    };
    const Names& names() const { return m_names; }

protected:
    Names m_names;
};

// MODEL is an HF folder, a .gguf file, or a lone tokenizer.json. Throws Error(Input) naming the file and the
// key.
std::shared_ptr<const Tokenizer> loadTokenizer(const std::filesystem::path& model);

// Turns a stream of ids into text that is only ever complete characters. Not thread-safe.
class StreamDecoder {
public:
    explicit StreamDecoder(std::shared_ptr<const Tokenizer> tokenizer,
        SpecialText special = SpecialText::Skip);
    std::string push(std::int32_t id); // the text that has become certain
    std::string finish(); // what is left, broken bytes as U+FFFD

private:
    std::shared_ptr<const Tokenizer> m_tokenizer;
    SpecialText m_special;
    void advance();

    std::vector<std::int32_t> m_ids;
    std::size_t m_read = 0;
    std::size_t m_told = 0;
    std::string m_text;
};

} // namespace temper

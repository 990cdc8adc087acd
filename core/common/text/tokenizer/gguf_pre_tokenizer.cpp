// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/gguf_pre_tokenizer.h"

#include "core/common/text/tokenizer/word_scanner.h"

#include <algorithm>

namespace temper {

namespace {

enum class Words { Gpt2, DigitsThenGpt2, Llama3, Qwen2, Falcon, Default, Bloom };

struct Known {
    const char* name;
    Words words;
};

// The public convention of llama.cpp (src/llama-vocab.cpp).
const Known kKnown[] = {
    { "default", Words::Default },
    { "gpt-2", Words::Gpt2 },
    { "phi-2", Words::Gpt2 },
    { "mpt", Words::Gpt2 },
    { "olmo", Words::Gpt2 },
    { "jais", Words::Gpt2 },
    { "jina-es", Words::Gpt2 },
    { "jina-de", Words::Gpt2 },
    { "jina-v1-en", Words::Gpt2 },
    { "jina-v2-code", Words::Gpt2 },
    { "roberta-bpe", Words::Gpt2 },
    { "gigachat", Words::Gpt2 },
    { "smollm", Words::DigitsThenGpt2 },
    { "starcoder", Words::DigitsThenGpt2 },
    { "refact", Words::DigitsThenGpt2 },
    { "command-r", Words::DigitsThenGpt2 },
    { "codeshell", Words::DigitsThenGpt2 },
    { "exaone", Words::DigitsThenGpt2 },
    { "minerva-7b", Words::DigitsThenGpt2 },
    { "llama3", Words::Llama3 },
    { "llama-v3", Words::Llama3 },
    { "llama-bpe", Words::Llama3 },
    { "falcon3", Words::Llama3 },
    { "dbrx", Words::Llama3 },
    { "smaug-bpe", Words::Llama3 },
    { "qwen2", Words::Qwen2 },
    { "deepseek-r1-qwen", Words::Qwen2 },
    { "stablelm2", Words::Qwen2 },
    { "megrez", Words::Qwen2 },
    { "falcon", Words::Falcon },
    { "bloom", Words::Bloom },
    { "poro-chat", Words::Bloom },
    { "gpt3-finnish", Words::Bloom },
};

const char* const kPunctuation = R"([\p{P}\$\+<=>\^~\|`]+)";
const char* const kGpt2WithoutLastSpaces
    = R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S))";

Json split(const std::string& expression)
{
    return { { "type", "Split" }, { "pattern", { { "Regex", expression } } }, { "behavior", "Isolated" },
        { "invert", false } };
}

// The splits one after the other, then bytes.
Json sequence(const std::vector<std::string>& expressions)
{
    Json parts = Json::array();
    for (const std::string& expression : expressions)
        parts.push_back(split(expression));
    parts.push_back({ { "type", "ByteLevel" }, { "add_prefix_space", false }, { "use_regex", false } });
    return { { "type", "Sequence" }, { "pretokenizers", parts } };
}

std::string tiktokenExpression(const std::string& digits)
{
    return R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|)" + digits
        + R"(| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
}

Json describe(Words words)
{
    switch (words) {
    case Words::Gpt2:
        return sequence({ kGpt2Expression });
    case Words::DigitsThenGpt2: {
        Json json = sequence({ kGpt2Expression });
        Json digits { { "type", "Digits" }, { "individual_digits", true } };
        json["pretokenizers"].insert(json["pretokenizers"].begin(), digits);
        return json;
    }
    case Words::Llama3:
        return sequence({ tiktokenExpression(R"(\p{N}{1,3})") });
    case Words::Qwen2:
        return sequence({ tiktokenExpression(R"(\p{N})") });
    case Words::Falcon:
        return sequence({ kPunctuation, kGpt2WithoutLastSpaces, "[0-9][0-9][0-9]" });
    case Words::Default:
        return sequence({ kPunctuation, kGpt2WithoutLastSpaces, R"(\p{N}+)", "[0-9][0-9][0-9]" });
    case Words::Bloom:
        return sequence({ R"( ?[^(\s|.,!?…。，、।۔،)]+)" });
    }
    return nullptr;
}

} // namespace

GgufPreTokenizer ggufPreTokenizer(const std::string& name)
{
    const auto* const found = std::find_if(
        std::begin(kKnown), std::end(kKnown), [&](const Known& known) { return name == known.name; });
    GgufPreTokenizer result;
    if (found == std::end(kKnown))
        return result;
    result.description = describe(found->words);
    result.ignoresMerges = found->words == Words::Llama3;
    result.addsBos = name == "llama3" || name == "llama-v3" || name == "llama-bpe" || name == "falcon3";
    return result;
}

std::vector<std::string> ggufPreTokenizerNames()
{
    std::vector<std::string> names;
    for (const Known& known : kKnown)
        names.emplace_back(known.name);
    return names;
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/model_reader.h"

#include "core/common/text/tokenizer/bpe_model.h"
#include "core/common/text/tokenizer/unigram_model.h"
#include "core/common/text/tokenizer/word_models.h"

namespace temper {

namespace {

std::string inQuotes(std::string_view text)
{
    return "\"" + std::string(text) + "\"";
}

Error vocabularyError(const ModelSource& source, std::string_view token, const std::string& sentence)
{
    return source.settings.error("vocab " + inQuotes(token) + ": " + sentence);
}

Vocabulary readVocabulary(const ModelSource& source)
{
    simdjson::dom::object entries;
    if (source.model["vocab"].get(entries) != simdjson::SUCCESS)
        throw source.settings.error("the key \"vocab\" must be an object of tokens and ids.");
    Vocabulary vocabulary;
    vocabulary.reserve(entries.size(), entries.size() * 8);
    for (const auto [token, value] : entries) {
        std::int64_t id = 0;
        if (value.get(id) != simdjson::SUCCESS)
            throw vocabularyError(source, token, "the id must be a whole number.");
        if (id < 0 || id > Vocabulary::kMaximumId)
            throw vocabularyError(source, token,
                "the id " + std::to_string(id) + " is out of range (0 to "
                    + std::to_string(Vocabulary::kMaximumId) + ").");
        vocabulary.add(token, static_cast<std::int32_t>(id));
    }
    if (vocabulary.count() == 0)
        throw source.settings.error("the key \"vocab\" holds no token.");
    return vocabulary;
}

struct MergePair {
    std::string_view left;
    std::string_view right;
};

// "a b" or ["a", "b"]
std::optional<MergePair> pairOf(simdjson::dom::element entry)
{
    MergePair pair;
    std::string_view line;
    if (entry.get(line) == simdjson::SUCCESS) {
        const std::size_t space = line.find(' ');
        if (space == std::string_view::npos || line.find(' ', space + 1) != std::string_view::npos)
            return std::nullopt;
        return MergePair { line.substr(0, space), line.substr(space + 1) };
    }
    simdjson::dom::array both;
    if (entry.get(both) != simdjson::SUCCESS || both.size() != 2)
        return std::nullopt;
    if (both.at(0).get(pair.left) != simdjson::SUCCESS || both.at(1).get(pair.right) != simdjson::SUCCESS)
        return std::nullopt;
    return pair;
}

std::int32_t
idOfPart(const ModelSource& source, const Vocabulary& vocabulary, std::string_view token, std::size_t rank)
{
    if (const auto id = vocabulary.idOf(token))
        return *id;
    throw source.settings.error("merges[" + std::to_string(rank) + "] names the token " + inQuotes(token)
        + ", which is not in the vocabulary.");
}

BpeMerges readMerges(const ModelSource& source, const Vocabulary& vocabulary, std::size_t prefixBytes)
{
    simdjson::dom::array entries;
    if (source.model["merges"].get(entries) != simdjson::SUCCESS)
        throw source.settings.error("the key \"merges\" must be an array.");
    BpeMerges merges;
    merges.reserve(entries.size());
    std::size_t rank = 0;
    std::string merged;
    for (const simdjson::dom::element entry : entries) {
        const auto pair = pairOf(entry);
        if (!pair)
            throw source.settings.error(
                "merges[" + std::to_string(rank) + "] must be two tokens, as \"a b\" or [\"a\", \"b\"].");
        const std::int32_t left = idOfPart(source, vocabulary, pair->left, rank);
        const std::int32_t right = idOfPart(source, vocabulary, pair->right, rank);
        merged.assign(pair->left).append(pair->right.substr(std::min(prefixBytes, pair->right.size())));
        merges.add(left, right, static_cast<std::uint32_t>(rank), idOfPart(source, vocabulary, merged, rank));
        ++rank;
    }
    return merges;
}

std::unique_ptr<const TokenModel> readBpe(const ModelSource& source, ByteLetters letters)
{
    const JsonField& field = source.settings;
    BpeSettings settings;
    settings.fuseUnknown = field.flagOr("fuse_unk", false);
    settings.byteFallback = field.flagOr("byte_fallback", false);
    settings.ignoreMerges = field.flagOr("ignore_merges", false);
    settings.continuingPrefix = field.textOr("continuing_subword_prefix", "");
    settings.endSuffix = field.textOr("end_of_word_suffix", "");
    settings.letters = letters;
    Vocabulary vocabulary = readVocabulary(source);
    if (field.has("unk_token")) {
        settings.unknown = vocabulary.idOf(field.text("unk_token"));
        if (!settings.unknown)
            throw field.at("unk_token")
                .error(inQuotes(field.text("unk_token")) + " is not in the vocabulary.");
    }
    BpeMerges merges = readMerges(source, vocabulary, settings.continuingPrefix.size());
    return std::make_unique<BpeModel>(std::move(vocabulary), std::move(merges), std::move(settings));
}

std::int32_t unknownId(const ModelSource& source, const Vocabulary& vocabulary, const std::string& otherwise)
{
    const std::string token = source.settings.textOr("unk_token", otherwise);
    const auto id = vocabulary.idOf(token);
    if (!id)
        throw source.settings.error("unk_token: " + inQuotes(token) + " is not in the vocabulary.");
    return *id;
}

std::unique_ptr<const TokenModel> readWordPiece(const ModelSource& source, ByteLetters)
{
    Vocabulary vocabulary = readVocabulary(source);
    WordPieceSettings settings;
    settings.unknown = unknownId(source, vocabulary, "[UNK]");
    settings.continuingPrefix = source.settings.textOr("continuing_subword_prefix", "##");
    settings.mostCharacters = source.settings.integerOr("max_input_chars_per_word", 100);
    return std::make_unique<WordPieceModel>(std::move(vocabulary), std::move(settings));
}

std::unique_ptr<const TokenModel> readWordLevel(const ModelSource& source, ByteLetters)
{
    Vocabulary vocabulary = readVocabulary(source);
    const std::int32_t unknown = unknownId(source, vocabulary, "<unk>");
    return std::make_unique<WordLevelModel>(std::move(vocabulary), unknown);
}

// [["token", score], …]: the place in the list is the id.
std::unique_ptr<const TokenModel> readUnigram(const ModelSource& source, ByteLetters)
{
    const JsonField& field = source.settings;
    simdjson::dom::array entries;
    if (source.model["vocab"].get(entries) != simdjson::SUCCESS)
        throw field.error("the key \"vocab\" must be an array of tokens and scores.");
    Vocabulary vocabulary;
    std::vector<double> scores;
    vocabulary.reserve(entries.size(), entries.size() * 8);
    for (const simdjson::dom::element entry : entries) {
        std::string_view token;
        double score = 0;
        if (entry.at(0).get(token) != simdjson::SUCCESS || entry.at(1).get(score) != simdjson::SUCCESS)
            throw field.error("vocab[" + std::to_string(scores.size()) + "] must be a token and its score.");
        vocabulary.add(token, static_cast<std::int32_t>(scores.size()));
        scores.push_back(score);
    }
    UnigramSettings settings;
    settings.byteFallback = field.flagOr("byte_fallback", false);
    if (field.has("unk_id")) {
        const std::int64_t id = field.integer("unk_id");
        if (id < 0 || static_cast<std::size_t>(id) >= scores.size())
            throw field.at("unk_id").error("the id " + std::to_string(id) + " is out of range.");
        settings.unknown = static_cast<std::int32_t>(id);
    }
    return std::make_unique<UnigramModel>(std::move(vocabulary), std::move(scores), settings);
}

struct Kind {
    const char* name;
    std::unique_ptr<const TokenModel> (*read)(const ModelSource&, ByteLetters);
};

const Kind kKinds[] = {
    { "BPE", readBpe },
    { "WordPiece", readWordPiece },
    { "Unigram", readUnigram },
    { "WordLevel", readWordLevel },
};

} // namespace

std::string modelType(const simdjson::dom::object& model, const JsonField& settings)
{
    if (settings.has("type"))
        return settings.text("type");
    if (model["merges"].error() == simdjson::SUCCESS)
        return "BPE";
    if (model["vocab"].is_array())
        return "Unigram";
    return settings.has("continuing_subword_prefix") || settings.has("max_input_chars_per_word")
        ? "WordPiece"
        : "WordLevel";
}

ByteLetters modelLetters(const ModelSource& source)
{
    const JsonField& field = source.settings;
    const bool plain = source.type == "BPE" && !field.flagOr("byte_fallback", false)
        && field.textOr("continuing_subword_prefix", "").empty()
        && field.textOr("end_of_word_suffix", "").empty();
    return plain ? ByteLetters::InModel : ByteLetters::InText;
}

std::unique_ptr<const TokenModel> readModel(const ModelSource& source, ByteLetters letters)
{
    std::vector<std::string> known;
    for (const Kind& kind : kKinds) {
        if (source.type == kind.name)
            return kind.read(source, letters);
        known.emplace_back(kind.name);
    }
    throw source.settings.error("the model type " + inQuotes(source.type) + " is not known here.",
        "Known are " + joinNames(known) + ".");
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/unigram_model.h"

#include "core/common/base/error.h"
#include "core/common/text/unicode.h"

#include <algorithm>
#include <cstdio>
#include <limits>

namespace temper {

namespace {

constexpr double kUnknownPenalty = 10.0; // below the least likely token, as in SentencePiece

std::vector<std::pair<std::string_view, std::int32_t>> wordsOf(const Vocabulary& vocabulary)
{
    std::vector<std::pair<std::string_view, std::int32_t>> words;
    for (std::size_t index = 0; index < vocabulary.size(); ++index) {
        const std::string_view token = vocabulary.tokenOf(static_cast<std::int32_t>(index));
        if (!token.empty())
            words.emplace_back(token, static_cast<std::int32_t>(index));
    }
    return words;
}

} // namespace

class UnigramModel::Scratch : public ModelScratch {
public:
    // The best path that ends at a byte.
    struct End {
        double score = 0;
        std::int32_t begin = -1; // of its last token; -1: no path
        std::int32_t id = 0;
    };
    std::vector<End> ends;
    std::vector<TextSpan> tokens; // last one first
};

UnigramModel::UnigramModel(Vocabulary vocabulary, std::vector<double> scores, UnigramSettings settings)
    : m_vocabulary(std::move(vocabulary))
    , m_scores(std::move(scores))
    , m_settings(settings)
    , m_trie(wordsOf(m_vocabulary))
{
    double least = std::numeric_limits<double>::infinity();
    for (const double score : m_scores)
        least = std::min(least, score);
    m_unknownScore = least - kUnknownPenalty;
}

std::unique_ptr<ModelScratch> UnigramModel::makeScratch() const
{
    return std::make_unique<Scratch>();
}

void UnigramModel::findBestPath(std::string_view text, Scratch& scratch) const
{
    scratch.ends.assign(text.size() + 1, {});
    const auto offer = [&](std::size_t begin, std::size_t end, double score, std::int32_t id) {
        Scratch::End& target = scratch.ends[end];
        if (target.begin < 0 || score > target.score)
            target = { score, static_cast<std::int32_t>(begin), id };
    };
    for (std::size_t at = 0; at < text.size();) {
        const double here = scratch.ends[at].score;
        const std::size_t character = codePointAt(text, at).bytes;
        bool single = false;
        m_trie.prefixes(text.substr(at), [&](std::size_t bytes, std::int32_t id) {
            offer(at, at + bytes, here + m_scores[static_cast<std::size_t>(id)], id);
            single = single || bytes == character;
        });
        if (!single && !m_settings.unknown)
            throw Error(ErrorKind::Input,
                "a character of the text is not in the vocabulary, which has no unknown token.",
                "model.unk_id");
        if (!single)
            offer(at, at + character, here + m_unknownScore, *m_settings.unknown);
        at += character;
    }
}

void UnigramModel::tokenize(std::string_view text,
    std::span<const TextSpan> pieces,
    ModelScratch& scratch,
    TokenOutput output) const
{
    auto& own = static_cast<Scratch&>(scratch);
    for (const TextSpan piece : pieces) {
        const std::string_view word = text.substr(piece.begin, piece.end - piece.begin);
        findBestPath(word, own);
        own.tokens.clear();
        bool wasUnknown = false;
        for (std::size_t end = word.size(); end > 0;) {
            const Scratch::End& last = own.ends[end];
            const bool unknown = m_settings.unknown && last.id == *m_settings.unknown;
            if (unknown && wasUnknown)
                own.tokens.back().begin = static_cast<std::uint32_t>(last.begin);
            else
                own.tokens.push_back(
                    { static_cast<std::uint32_t>(last.begin), static_cast<std::uint32_t>(end) });
            wasUnknown = unknown;
            end = static_cast<std::size_t>(last.begin);
        }
        for (auto token = own.tokens.rbegin(); token != own.tokens.rend(); ++token)
            putToken(text, { piece.begin + token->begin, piece.begin + token->end }, output);
    }
}

void UnigramModel::putToken(std::string_view text, TextSpan span, TokenOutput& output) const
{
    const std::string_view token = text.substr(span.begin, span.end - span.begin);
    const auto known = m_vocabulary.idOf(token);
    if (!known && m_settings.byteFallback && putBytes(token, span, output))
        return;
    output.ids.push_back(known ? *known : *m_settings.unknown);
    if (output.spans != nullptr)
        output.spans->push_back(span);
}

bool UnigramModel::putBytes(std::string_view bytes, TextSpan span, TokenOutput& output) const
{
    const std::size_t first = output.ids.size();
    for (const char byte : bytes) {
        char name[8];
        std::snprintf(name, sizeof name, "<0x%02X>", static_cast<unsigned>(static_cast<unsigned char>(byte)));
        const auto id = m_vocabulary.idOf(name);
        if (!id) {
            output.ids.resize(first);
            return false;
        }
        output.ids.push_back(*id);
    }
    if (output.spans != nullptr)
        output.spans->insert(output.spans->end(), bytes.size(), span);
    return true;
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/split_pre_tokenizer.h"

#include "core/common/text/tokenizer/text_pattern.h"
#include "core/common/text/tokenizer/word_scanner.h"

#include <algorithm>

namespace temper {

namespace {

struct NamedBehavior {
    const char* name;
    MatchBehavior behavior;
};

const NamedBehavior kBehaviors[] = {
    { "Removed", MatchBehavior::Removed },
    { "Isolated", MatchBehavior::Isolated },
    { "MergedWithPrevious", MatchBehavior::MergedWithPrevious },
    { "MergedWithNext", MatchBehavior::MergedWithNext },
    { "Contiguous", MatchBehavior::Contiguous },
};

bool joinsPrevious(MatchBehavior behavior, bool isMatch, bool previousIsMatch, bool isFirst)
{
    if (behavior == MatchBehavior::Contiguous)
        return isMatch == previousIsMatch && !isFirst;
    return behavior == MatchBehavior::MergedWithPrevious && isMatch && !previousIsMatch && !isFirst;
}

void appendMergedWithNext(const std::vector<MatchedSpan>& spans, std::vector<TextSpan>& pieces)
{
    const auto first = static_cast<std::ptrdiff_t>(pieces.size());
    bool previousIsMatch = false;
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        if (span->isMatch && !previousIsMatch && static_cast<std::ptrdiff_t>(pieces.size()) > first)
            pieces.back().begin = span->span.begin;
        else
            pieces.push_back(span->span);
        previousIsMatch = span->isMatch;
    }
    std::reverse(pieces.begin() + first, pieces.end());
}

class SplitPreTokenizer : public PreTokenizer {
public:
    SplitPreTokenizer(TextPattern pattern, MatchBehavior behavior, bool invert)
        : m_pattern(std::move(pattern))
        , m_behavior(behavior)
        , m_invert(invert)
    {
    }

    void apply(SplitText& split) const override
    {
        std::vector<TextSpan> pieces;
        std::vector<TextSpan> matches;
        std::vector<MatchedSpan> spans;
        for (const TextSpan piece : split.pieces) {
            matches.clear();
            spans.clear();
            m_pattern.matches(split.text.text().substr(piece.begin, piece.end - piece.begin), matches);
            coverPiece(matches, piece, spans);
            if (m_invert)
                for (MatchedSpan& span : spans)
                    span.isMatch = !span.isMatch;
            appendPieces(spans, m_behavior, pieces);
        }
        split.pieces = std::move(pieces);
    }

private:
    TextPattern m_pattern;
    MatchBehavior m_behavior;
    bool m_invert;
};

// A well-known expression whose words cover the text: isolating its matches is scanning.
class ScannedSplitPreTokenizer : public PreTokenizer {
public:
    explicit ScannedSplitPreTokenizer(WordScanner scanner)
        : m_scanner(scanner)
    {
    }

    void apply(SplitText& split) const override
    {
        std::vector<TextSpan> words;
        words.reserve(split.text.text().size() / 4 + 8);
        for (const TextSpan piece : split.pieces)
            m_scanner.scan(split.text.text(), piece, words);
        split.pieces = std::move(words);
    }

private:
    WordScanner m_scanner;
};

} // namespace

MatchBehavior matchBehavior(const JsonField& field, MatchBehavior otherwise)
{
    if (!field.has("behavior"))
        return otherwise;
    const std::string name = field.text("behavior");
    std::vector<std::string> known;
    for (const NamedBehavior& candidate : kBehaviors) {
        if (name == candidate.name)
            return candidate.behavior;
        known.emplace_back(candidate.name);
    }
    throw field.at("behavior")
        .error("\"" + name + "\" is not known here.", "Known are " + joinNames(known) + ".");
}

void coverPiece(const std::vector<TextSpan>& matches, TextSpan piece, std::vector<MatchedSpan>& spans)
{
    std::uint32_t last = piece.begin;
    for (const TextSpan match : matches) {
        const TextSpan span { piece.begin + match.begin, piece.begin + match.end };
        if (span.begin > last)
            spans.push_back({ { last, span.begin }, false });
        spans.push_back({ span, true });
        last = span.end;
    }
    if (last < piece.end)
        spans.push_back({ { last, piece.end }, false });
}

void appendPieces(const std::vector<MatchedSpan>& spans,
    MatchBehavior behavior,
    std::vector<TextSpan>& pieces)
{
    const std::size_t first = pieces.size();
    if (behavior == MatchBehavior::MergedWithNext) {
        appendMergedWithNext(spans, pieces);
    } else {
        bool previousIsMatch = false;
        for (const MatchedSpan& span : spans) {
            if (joinsPrevious(behavior, span.isMatch, previousIsMatch, pieces.size() == first))
                pieces.back().end = span.span.end;
            else if (behavior != MatchBehavior::Removed || !span.isMatch)
                pieces.push_back(span.span);
            previousIsMatch = span.isMatch;
        }
    }
    const auto begin = pieces.begin() + static_cast<std::ptrdiff_t>(first);
    pieces.erase(
        std::remove_if(begin, pieces.end(), [](const TextSpan& piece) { return piece.begin == piece.end; }),
        pieces.end());
}

std::unique_ptr<const PreTokenizer> makeSplitPreTokenizer(const JsonField& field, const ByteLetters&)
{
    const MatchBehavior behavior = matchBehavior(field, MatchBehavior::Isolated);
    const bool invert = field.flagOr("invert", false);
    TextPattern pattern = TextPattern::fromJson(field.at("pattern"));
    // Inverting swaps the roles of words and gaps; since the words leave no gaps, isolating them stays the
    // same.
    if (behavior == MatchBehavior::Isolated && pattern.isRegularExpression())
        if (const auto scanner = WordScanner::forExpression(pattern.source()))
            return std::make_unique<ScannedSplitPreTokenizer>(*scanner);
    // Removed with invert keeps the matches alone: the same words again.
    if (behavior == MatchBehavior::Removed && invert && pattern.isRegularExpression())
        if (const auto scanner = WordScanner::forExpression(pattern.source()))
            return std::make_unique<ScannedSplitPreTokenizer>(*scanner);
    return std::make_unique<SplitPreTokenizer>(std::move(pattern), behavior, invert);
}

} // namespace temper

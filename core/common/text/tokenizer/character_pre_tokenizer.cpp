// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/character_pre_tokenizer.h"

#include "core/common/text/tokenizer/split_pre_tokenizer.h"
#include "core/common/text/unicode.h"
#include "core/common/text/unicode_classes.h"

namespace temper {

namespace {

bool isFlagged(char32_t value, int flags)
{
    return (characterClasses().flags(value) & flags) != 0;
}

// Every character that `isDelimiter` names is a match of its own.
template <typename IsDelimiter> class DelimiterPreTokenizer : public PreTokenizer {
public:
    DelimiterPreTokenizer(IsDelimiter isDelimiter, MatchBehavior behavior)
        : m_isDelimiter(isDelimiter)
        , m_behavior(behavior)
    {
    }

    void apply(SplitText& split) const override
    {
        std::vector<TextSpan> pieces;
        std::vector<MatchedSpan> spans;
        for (const TextSpan piece : split.pieces) {
            spans.clear();
            cover(split.text.text(), piece, spans);
            appendPieces(spans, m_behavior, pieces);
        }
        split.pieces = std::move(pieces);
    }

private:
    void cover(std::string_view text, TextSpan piece, std::vector<MatchedSpan>& spans) const
    {
        std::uint32_t last = piece.begin;
        for (std::uint32_t at = piece.begin; at < piece.end;) {
            const CodePoint point = codePointAt(text, at);
            const std::uint32_t next = at + point.bytes;
            if (m_isDelimiter(point.value)) {
                if (at > last)
                    spans.push_back({ { last, at }, false });
                spans.push_back({ { at, next }, true });
                last = next;
            }
            at = next;
        }
        if (last < piece.end)
            spans.push_back({ { last, piece.end }, false });
    }

    IsDelimiter m_isDelimiter;
    MatchBehavior m_behavior;
};

template <typename IsDelimiter>
std::unique_ptr<const PreTokenizer> delimiting(IsDelimiter isDelimiter, MatchBehavior behavior)
{
    return std::make_unique<DelimiterPreTokenizer<IsDelimiter>>(isDelimiter, behavior);
}

// \w+|[^\w\s]+ : runs of word characters and runs of what is neither word nor white space.
class WhitespacePreTokenizer : public PreTokenizer {
public:
    void apply(SplitText& split) const override
    {
        std::vector<TextSpan> pieces;
        for (const TextSpan piece : split.pieces) {
            int previous = kWhiteSpace;
            for (std::uint32_t at = piece.begin; at < piece.end;) {
                const CodePoint point = codePointAt(split.text.text(), at);
                const int kind = characterClasses().flags(point.value) & (kWordCharacter | kWhiteSpace);
                if (kind != kWhiteSpace && kind == previous)
                    pieces.back().end = at + point.bytes;
                else if (kind != kWhiteSpace)
                    pieces.push_back({ at, at + point.bytes });
                previous = kind;
                at += point.bytes;
            }
        }
        split.pieces = std::move(pieces);
    }
};

class BertPreTokenizer : public PreTokenizer {
public:
    void apply(SplitText& split) const override
    {
        m_spaces->apply(split);
        m_punctuation->apply(split);
    }

private:
    std::unique_ptr<const PreTokenizer> m_spaces
        = delimiting([](char32_t value) { return isFlagged(value, kWhiteSpace); }, MatchBehavior::Removed);
    std::unique_ptr<const PreTokenizer> m_punctuation
        = delimiting([](char32_t value) { return isFlagged(value, kPunctuation); }, MatchBehavior::Isolated);
};

} // namespace

std::unique_ptr<const PreTokenizer> makeDigitsPreTokenizer(const JsonField& field, const ByteLetters&)
{
    const auto behavior
        = field.flagOr("individual_digits", false) ? MatchBehavior::Isolated : MatchBehavior::Contiguous;
    return delimiting([](char32_t value) { return isFlagged(value, kNumber); }, behavior);
}

std::unique_ptr<const PreTokenizer> makeWhitespacePreTokenizer(const JsonField&, const ByteLetters&)
{
    return std::make_unique<WhitespacePreTokenizer>();
}

std::unique_ptr<const PreTokenizer> makeWhitespaceSplitPreTokenizer(const JsonField&, const ByteLetters&)
{
    return delimiting([](char32_t value) { return isFlagged(value, kWhiteSpace); }, MatchBehavior::Removed);
}

std::unique_ptr<const PreTokenizer> makePunctuationPreTokenizer(const JsonField& field, const ByteLetters&)
{
    return delimiting([](char32_t value) { return isFlagged(value, kPunctuation); },
        matchBehavior(field, MatchBehavior::Isolated));
}

std::unique_ptr<const PreTokenizer> makeBertPreTokenizer(const JsonField&, const ByteLetters&)
{
    return std::make_unique<BertPreTokenizer>();
}

std::unique_ptr<const PreTokenizer> makeDelimiterPreTokenizer(const JsonField& field, const ByteLetters&)
{
    const std::u32string delimiter = toCodePoints(field.text("delimiter"));
    if (delimiter.size() != 1)
        throw field.at("delimiter").error("must be one character.");
    return delimiting(
        [wanted = delimiter[0]](char32_t value) { return value == wanted; }, MatchBehavior::Removed);
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/word_scanner.h"

#include "core/common/text/unicode.h"
#include "core/common/text/unicode_classes.h"

namespace temper {

const char* const kGpt2Expression
    = R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";

namespace {

constexpr std::uint8_t kNeitherSpaceNorWord = 0;
constexpr std::uint8_t kSplitting = kLetter | kNumber | kWhiteSpace;

// Reads one piece of text. Every method takes a byte position and returns where what it names ends.
class Reader {
public:
    Reader(std::string_view text, std::size_t end)
        : m_text(text.data(), end)
        , m_end(end)
        , m_classes(characterClasses())
    {
    }

    std::size_t end() const { return m_end; }
    char byte(std::size_t at) const { return at < m_end ? m_text[at] : '\0'; }

    // Letter, number, white space or none of them; kSplitting itself at the end of the text.
    std::uint8_t kind(std::size_t at) const
    {
        if (at >= m_end)
            return kSplitting;
        return m_classes.flags(codePointAt(m_text, at).value) & kSplitting;
    }

    std::size_t next(std::size_t at) const { return at + codePointAt(m_text, at).bytes; }

    std::size_t run(std::size_t at, std::uint8_t kind) const
    {
        while (at < m_end) {
            const CodePoint point = codePointAt(m_text, at);
            if ((m_classes.flags(point.value) & kSplitting) != kind)
                break;
            at += point.bytes;
        }
        return at;
    }

    std::size_t numbers(std::size_t at, int most) const
    {
        for (int count = 0; count < most && kind(at) == kNumber; ++count)
            at = next(at);
        return at;
    }

    std::size_t lineBreaks(std::size_t at) const
    {
        while (at < m_end && (m_text[at] == '\r' || m_text[at] == '\n'))
            ++at;
        return at;
    }

    // \s+(?!\S)|\s+ : white space leaves its last character to the word that follows.
    std::size_t whiteSpace(std::size_t at) const
    {
        const std::size_t stop = run(at, kWhiteSpace);
        if (stop == m_end)
            return stop;
        const std::size_t last = stop - codePointBefore(m_text, stop).bytes;
        return last > at ? last : stop;
    }

    // \s*[\r\n]+ : up to the last line break of the white space; `at` when it holds none.
    std::size_t whiteSpaceWithLineBreak(std::size_t at) const
    {
        std::size_t last = at;
        for (std::size_t i = at, stop = run(at, kWhiteSpace); i < stop; ++i)
            if (m_text[i] == '\r' || m_text[i] == '\n')
                last = i + 1;
        return last;
    }

private:
    std::string_view m_text;
    std::size_t m_end;
    const CharacterClasses& m_classes;
};

enum class Case { Exact, Folded };

// The English contraction that begins with the apostrophe at `at`; `at` when there is none.
std::size_t contraction(const Reader& reader, std::size_t at, Case letterCase)
{
    const auto letter = [&](std::size_t i) {
        const char c = reader.byte(i);
        return letterCase == Case::Folded && c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    };
    const char first = letter(at + 1);
    if (first == 's' || first == 't' || first == 'm' || first == 'd')
        return at + 2;
    const char second = letter(at + 2);
    if ((first == 'r' && second == 'e') || (first == 'v' && second == 'e') || (first == 'l' && second == 'l'))
        return at + 3;
    // U+017F, the long s, folds to s.
    const bool longS = reader.byte(at + 1) == '\xC5' && reader.byte(at + 2) == '\xBF';
    return letterCase == Case::Folded && longS ? at + 3 : at;
}

std::size_t gpt2Word(const Reader& reader, std::size_t at)
{
    const char c = reader.byte(at);
    if (c == '\'') {
        const std::size_t stop = contraction(reader, at, Case::Exact);
        if (stop > at)
            return stop;
    }
    const std::size_t from = c == ' ' ? at + 1 : at;
    const std::uint8_t kind = reader.kind(from);
    if (kind == kLetter || kind == kNumber || kind == kNeitherSpaceNorWord)
        return reader.run(from, kind);
    return reader.whiteSpace(at);
}

std::size_t tiktokenWord(const Reader& reader, std::size_t at, int digits)
{
    const char c = reader.byte(at);
    if (c == '\'') {
        const std::size_t stop = contraction(reader, at, Case::Folded);
        if (stop > at)
            return stop;
    }
    const std::uint8_t kind = reader.kind(at);
    if (kind == kLetter)
        return reader.run(at, kLetter);
    if (kind == kNumber)
        return reader.numbers(at, digits);
    const std::size_t second = reader.next(at);
    const std::uint8_t secondKind = reader.kind(second);
    if (c != '\r' && c != '\n' && secondKind == kLetter)
        return reader.run(second, kLetter);
    if (kind == kNeitherSpaceNorWord)
        return reader.lineBreaks(reader.run(at, kNeitherSpaceNorWord));
    if (c == ' ' && secondKind == kNeitherSpaceNorWord)
        return reader.lineBreaks(reader.run(second, kNeitherSpaceNorWord));
    const std::size_t broken = reader.whiteSpaceWithLineBreak(at);
    return broken > at ? broken : reader.whiteSpace(at);
}

struct KnownExpression {
    const char* source;
    int digits;
};

const KnownExpression kTiktokenExpressions[] = {
    { R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)",
        3 },
    { R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)",
        1 },
};

} // namespace

std::optional<WordScanner> WordScanner::forExpression(std::string_view source)
{
    if (source == kGpt2Expression)
        return gpt2();
    for (const KnownExpression& known : kTiktokenExpressions)
        if (source == known.source)
            return WordScanner(Kind::Tiktoken, known.digits);
    return std::nullopt;
}

void WordScanner::scan(std::string_view text, TextSpan part, std::vector<TextSpan>& words) const
{
    const Reader reader(text, part.end);
    for (std::size_t at = part.begin; at < part.end;) {
        const std::size_t stop
            = m_kind == Kind::Gpt2 ? gpt2Word(reader, at) : tiktokenWord(reader, at, m_digits);
        words.push_back({ static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop) });
        at = stop;
    }
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/words.h"

#include <algorithm>
#include <array>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace temper {

namespace {

constexpr std::size_t kLongestWord = 200;

class Words {
public:
    explicit Words(std::size_t size) { m_out.reserve(size + size / 4); }

    void add(char c) { put(std::string_view(&c, 1)); }
    void add(UChar32 c)
    {
        std::array<char, 4> bytes {};
        std::int32_t length = 0;
        U8_APPEND_UNSAFE(bytes.data(), length, c);
        put({ bytes.data(), static_cast<std::size_t>(length) });
    }
    void end() { m_open = false; }
    std::string take() { return std::move(m_out); }

private:
    void put(std::string_view bytes)
    {
        if (!m_open) {
            if (!m_out.empty())
                m_out.push_back(' ');
            m_begin = m_out.size();
            m_open = true;
        }
        if (m_out.size() + bytes.size() - m_begin <= kLongestWord)
            m_out += bytes;
    }

    std::string m_out;
    std::size_t m_begin = 0;
    bool m_open = false;
};

// The same with the place of each word in the text as it was before folding.
class SpannedWords {
public:
    void setPiece(std::size_t begin, std::size_t end)
    {
        m_begin = begin;
        m_end = end;
    }
    void add(UChar32 c)
    {
        if (!m_open)
            m_spans.push_back({ {}, m_begin, m_end });
        m_open = true;
        WordSpan& span = m_spans.back();
        span.end = m_end;
        std::array<char, 4> bytes {};
        std::int32_t length = 0;
        U8_APPEND_UNSAFE(bytes.data(), length, c);
        if (span.word.size() + static_cast<std::size_t>(length) <= kLongestWord)
            span.word.append(bytes.data(), static_cast<std::size_t>(length));
    }
    void end() { m_open = false; }
    std::vector<WordSpan> take() { return std::move(m_spans); }

private:
    std::vector<WordSpan> m_spans;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    bool m_open = false;
};

// Folding what lies before and behind such a place separately gives what folding both together gives.
std::int32_t
endOfPiece(const icu::Normalizer2& fold, const std::uint8_t* bytes, std::int32_t begin, std::int32_t length)
{
    UChar32 c = 0;
    std::int32_t end = begin;
    U8_NEXT(bytes, end, length, c);
    while (end < length) {
        std::int32_t next = end;
        U8_NEXT(bytes, next, length, c);
        if (c < 0 || fold.hasBoundaryBefore(c))
            break;
        end = next;
    }
    return end;
}

bool losesMarks(UScriptCode script)
{
    return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
}

UScriptCode scriptOf(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(c, &status);
}

// The letter below its marks: é gives e, ǭ gives o.
UChar32 withoutMarks(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    icu::UnicodeString decomposed;
    return U_SUCCESS(status) && nfd->getDecomposition(c, decomposed) ? decomposed.char32At(0) : c;
}

// Text that is folded already, beyond ASCII. `dropMarks` is carried from one piece of a text to the next.
template <typename Sink> void addFolded(std::string_view text, bool& dropMarks, Sink& words)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < length;) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, length, c);
        const UScriptCode script = c < 0 ? USCRIPT_COMMON : scriptOf(c);
        const bool mark = c >= 0 && (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
        if (mark && !dropMarks)
            words.add(c);
        if (mark)
            continue;
        dropMarks = losesMarks(script);
        if (c < 0 || !u_isalnum(c)) {
            words.end();
        } else if (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA) {
            words.end();
            words.add(c);
            words.end();
        } else {
            words.add(dropMarks ? withoutMarks(c) : c);
        }
    }
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace

std::string wordsOf(std::string_view text)
{
    Words words(text.size());
    if (isAscii(text)) {
        for (const char c : text) {
            const bool upper = c >= 'A' && c <= 'Z';
            if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                words.add(static_cast<char>(upper ? c + ('a' - 'A') : c));
            else
                words.end();
        }
        return words.take();
    }
    UErrorCode status = U_ZERO_ERROR;
    std::string folded;
    icu::StringByteSink<std::string> sink(&folded);
    const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    fold->normalizeUTF8(
        0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, status);
    bool dropMarks = false;
    addFolded(U_SUCCESS(status) ? std::string_view(folded) : text, dropMarks, words);
    return words.take();
}

std::vector<WordSpan> wordSpans(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    SpannedWords words;
    bool dropMarks = false;
    for (std::int32_t begin = 0; begin < length;) {
        const std::int32_t end = endOfPiece(*fold, bytes, begin, length);
        words.setPiece(static_cast<std::size_t>(begin), static_cast<std::size_t>(end));
        std::string folded;
        icu::StringByteSink<std::string> sink(&folded);
        fold->normalizeUTF8(0, icu::StringPiece(text.data() + begin, end - begin), sink, nullptr, status);
        addFolded(folded, dropMarks, words);
        begin = end;
    }
    return words.take();
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/byte_level_pre_tokenizer.h"

#include "core/common/text/tokenizer/byte_letters.h"
#include "core/common/text/tokenizer/word_scanner.h"
#include "core/common/text/unicode.h"

namespace temper {

namespace {

std::uint32_t narrow(std::size_t value)
{
    return static_cast<std::uint32_t>(value);
}

void prependSpaces(SplitText& split)
{
    AlignedTextBuilder builder(split.text);
    std::vector<TextSpan> pieces;
    for (const TextSpan piece : split.pieces) {
        const std::size_t begin = builder.size();
        if (split.text.text()[piece.begin] != ' ')
            builder.insert(" ", split.text.tracks() ? split.text.sourceOfByte(piece.begin) : TextSpan());
        builder.keep(piece.begin, piece.end);
        pieces.push_back({ narrow(begin), narrow(builder.size()) });
    }
    builder.finish();
    split.pieces = std::move(pieces);
}

void writeAsLetters(SplitText& split)
{
    AlignedTextBuilder builder(split.text);
    std::vector<TextSpan> pieces;
    const std::string_view text = split.text.text();
    for (const TextSpan piece : split.pieces) {
        const std::size_t begin = builder.size();
        for (std::size_t at = piece.begin; at < piece.end; ++at) {
            const TextSpan source = split.text.tracks() ? split.text.sourceOfByte(at) : TextSpan();
            builder.insert(toUtf8(letterOfByte(static_cast<unsigned char>(text[at]))), source);
        }
        pieces.push_back({ narrow(begin), narrow(builder.size()) });
    }
    builder.finish();
    split.pieces = std::move(pieces);
}

class ByteLevelPreTokenizer : public PreTokenizer {
public:
    ByteLevelPreTokenizer(bool addPrefixSpace, bool useRegex, ByteLetters letters)
        : m_addPrefixSpace(addPrefixSpace)
        , m_useRegex(useRegex)
        , m_letters(letters)
    {
    }

    void apply(SplitText& split) const override
    {
        if (m_addPrefixSpace)
            prependSpaces(split);
        if (m_useRegex) {
            std::vector<TextSpan> words;
            words.reserve(split.text.text().size() / 4 + 8);
            for (const TextSpan piece : split.pieces)
                m_scanner.scan(split.text.text(), piece, words);
            split.pieces = std::move(words);
        }
        if (m_letters == ByteLetters::InText)
            writeAsLetters(split);
    }

private:
    bool m_addPrefixSpace;
    bool m_useRegex;
    ByteLetters m_letters;
    WordScanner m_scanner = WordScanner::gpt2();
};

} // namespace

std::unique_ptr<const PreTokenizer> makeByteLevelPreTokenizer(const JsonField& field,
    const ByteLetters& letters)
{
    return std::make_unique<ByteLevelPreTokenizer>(
        field.flagOr("add_prefix_space", true), field.flagOr("use_regex", true), letters);
}

} // namespace temper

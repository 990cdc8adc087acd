// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/offset_trimming.h"

#include "core/common/text/tokenizer/byte_letters.h"
#include "core/common/text/unicode.h"
#include "core/common/text/unicode_classes.h"

#include <algorithm>

namespace temper {

namespace {

bool isSpaceLetter(char32_t value)
{
    return value == letterOfByte(' ') || characterClasses().is(value, kWhiteSpace);
}

StrippedSpace spaceOfToken(std::string_view token)
{
    StrippedSpace space;
    for (std::size_t at = 0; at < token.size() && isSpaceLetter(codePointAt(token, at).value);) {
        at += codePointAt(token, at).bytes;
        ++space.leading;
    }
    for (std::size_t end = token.size(); end > 0 && isSpaceLetter(codePointBefore(token, end).value);) {
        end -= codePointBefore(token, end).bytes;
        ++space.trailing;
    }
    return space;
}

class ByteLevelPostProcessor : public PostProcessor {
public:
    ByteLevelPostProcessor(bool trims, PrefixSpace prefix)
        : m_trims(trims)
        , m_prefix(prefix)
    {
    }

    void apply(std::vector<EncodedText>& parts, SpecialTokens, const Tokenizer& tokenizer) const override
    {
        for (EncodedText& part : parts)
            if (m_trims)
                trimOffsets(part, m_prefix, tokenizer);
    }

private:
    bool m_trims;
    PrefixSpace m_prefix;
};

} // namespace

void trimOffsets(EncodedText& part, PrefixSpace prefix, const Tokenizer& tokenizer)
{
    auto stripped = part.stripped.begin();
    for (std::size_t i = 0; i < part.tokens.offsets.size(); ++i) {
        TextSpan& span = part.tokens.offsets[i];
        StrippedSpace space = spaceOfToken(tokenizer.tokenOf(part.tokens.ids[i]));
        if (stripped != part.stripped.end() && stripped->token == i)
            space = *stripped++;
        if (space.leading > 0 && prefix == PrefixSpace::Added && (i == 0 || span.begin == 0))
            space.leading = 0; // that space is not in the text
        span.begin = std::min(span.begin + space.leading, span.end);
        if (span.end >= space.trailing)
            span.end = std::max(span.end - space.trailing, span.begin);
    }
}

std::unique_ptr<const PostProcessor> makeByteLevelPostProcessor(const JsonField& field)
{
    const PrefixSpace prefix
        = field.flagOr("add_prefix_space", true) ? PrefixSpace::Added : PrefixSpace::NotAdded;
    return std::make_unique<ByteLevelPostProcessor>(field.flagOr("trim_offsets", true), prefix);
}

} // namespace temper

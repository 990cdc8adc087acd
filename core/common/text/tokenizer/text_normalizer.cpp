// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/text_normalizer.h"

#include "core/common/text/tokenizer/text_pattern.h"
#include "core/common/text/unicode.h"
#include "core/common/text/unicode_classes.h"

namespace temper {

namespace {

class StripNormalizer : public Normalizer {
public:
    StripNormalizer(bool left, bool right)
        : m_left(left)
        , m_right(right)
    {
    }

    void apply(AlignedText& text) const override
    {
        const std::string_view old = text.text();
        std::size_t begin = 0;
        std::size_t end = old.size();
        while (m_left && begin < end && isSpace(codePointAt(old, begin)))
            begin += codePointAt(old, begin).bytes;
        while (m_right && end > begin && isSpace(codePointBefore(old, end)))
            end -= codePointBefore(old, end).bytes;
        if (end - begin == old.size())
            return;
        AlignedTextBuilder builder(text);
        builder.keep(begin, end);
        builder.finish();
    }

private:
    static bool isSpace(CodePoint point) { return characterClasses().is(point.value, kWhiteSpace); }

    bool m_left;
    bool m_right;
};

class ReplaceNormalizer : public Normalizer {
public:
    ReplaceNormalizer(TextPattern pattern, std::string content)
        : m_pattern(std::move(pattern))
        , m_content(std::move(content))
    {
    }

    void apply(AlignedText& text) const override
    {
        std::vector<TextSpan> matches;
        m_pattern.matches(text.text(), matches);
        if (matches.empty())
            return;
        AlignedTextBuilder builder(text);
        std::size_t kept = 0;
        for (const TextSpan match : matches) {
            builder.keep(kept, match.begin);
            // What replaces a match shares the source of the match's last byte.
            const bool known = text.tracks() && match.end > 0;
            builder.insert(m_content, known ? text.sourceOfByte(match.end - 1) : TextSpan());
            kept = match.end;
        }
        builder.keep(kept, text.text().size());
        builder.finish();
    }

private:
    TextPattern m_pattern;
    std::string m_content;
};

class PrependNormalizer : public Normalizer {
public:
    explicit PrependNormalizer(std::string content)
        : m_content(std::move(content))
    {
    }

    void apply(AlignedText& text) const override
    {
        if (text.text().empty())
            return;
        AlignedTextBuilder builder(text);
        builder.insert(m_content, text.tracks() ? text.sourceOfByte(0) : TextSpan());
        builder.keep(0, text.text().size());
        builder.finish();
    }

private:
    std::string m_content;
};

} // namespace

std::unique_ptr<const Normalizer> makeStripNormalizer(const JsonField& field)
{
    return std::make_unique<StripNormalizer>(
        field.flagOr("strip_left", true), field.flagOr("strip_right", true));
}

std::unique_ptr<const Normalizer> makeReplaceNormalizer(const JsonField& field)
{
    return std::make_unique<ReplaceNormalizer>(
        TextPattern::fromJson(field.at("pattern")), field.text("content"));
}

std::unique_ptr<const Normalizer> makePrependNormalizer(const JsonField& field)
{
    return std::make_unique<PrependNormalizer>(field.text("prepend"));
}

} // namespace temper

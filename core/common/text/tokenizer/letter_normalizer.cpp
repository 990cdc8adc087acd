// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/letter_normalizer.h"

#include "core/common/text/tokenizer/byte_letters.h"
#include "core/common/text/tokenizer/normal_form.h"
#include "core/common/text/unicode.h"
#include "core/common/text/unicode_classes.h"

#include <unicode/uchar.h>

namespace temper {

namespace {

constexpr char32_t kCapitalIWithDot = 0x130; // the one character whose lower case is two

void lowercase(AlignedText& text)
{
    std::vector<CharacterChange> changes;
    for (const char32_t value : toCodePoints(text.text())) {
        if (value == kCapitalIWithDot) {
            changes.push_back({ U'i', 0 });
            changes.push_back({ 0x307, 1 });
            continue;
        }
        changes.push_back({ static_cast<char32_t>(u_tolower(static_cast<UChar32>(value))), 0 });
    }
    text.transform(changes);
}

template <typename Keep> void keepOnly(AlignedText& text, Keep keep)
{
    AlignedTextBuilder builder(text);
    const std::string_view old = text.text();
    for (std::size_t at = 0; at < old.size();) {
        const CodePoint point = codePointAt(old, at);
        if (keep(point.value))
            builder.keep(at, at + point.bytes);
        at += point.bytes;
    }
    builder.finish();
}

void stripAccents(AlignedText& text)
{
    keepOnly(text, [](char32_t value) { return !characterClasses().is(value, kNonspacingMark); });
}

class LowercaseNormalizer : public Normalizer {
public:
    void apply(AlignedText& text) const override { lowercase(text); }
};

class StripAccentsNormalizer : public Normalizer {
public:
    void apply(AlignedText& text) const override { stripAccents(text); }
};

bool isBertWhiteSpace(char32_t value)
{
    return value == U'\t' || value == U'\n' || value == U'\r' || characterClasses().is(value, kWhiteSpace);
}

bool isBertControl(char32_t value)
{
    if (value == U'\t' || value == U'\n' || value == U'\r')
        return false;
    return characterClasses().is(value, kControl);
}

// BERT's own list of CJK blocks.
bool isChineseCharacter(char32_t value)
{
    static constexpr std::pair<char32_t, char32_t> kBlocks[]
        = { { 0x4E00, 0x9FFF }, { 0x3400, 0x4DBF }, { 0x20000, 0x2A6DF }, { 0x2A700, 0x2B73F },
              { 0x2B740, 0x2B81F }, { 0x2B920, 0x2CEAF }, { 0xF900, 0xFAFF }, { 0x2F800, 0x2FA1F } };
    for (const auto& [first, last] : kBlocks)
        if (value >= first && value <= last)
            return true;
    return false;
}

class BertNormalizer : public Normalizer {
public:
    explicit BertNormalizer(const JsonField& field)
        : m_cleans(field.flagOr("clean_text", true))
        , m_spacesChinese(field.flagOr("handle_chinese_chars", true))
        , m_lowers(field.flagOr("lowercase", true))
        , m_strips(field.flagOr("strip_accents", m_lowers))
    {
    }

    void apply(AlignedText& text) const override
    {
        if (m_cleans)
            clean(text);
        if (m_spacesChinese)
            spaceChinese(text);
        if (m_strips) {
            applyNormalForm(NormalForm::Nfd, text);
            stripAccents(text);
        }
        if (m_lowers)
            lowercase(text);
    }

private:
    static void clean(AlignedText& text)
    {
        keepOnly(text, [](char32_t value) { return value != 0 && value != 0xFFFD && !isBertControl(value); });
        std::vector<CharacterChange> changes;
        for (const char32_t value : toCodePoints(text.text()))
            changes.push_back({ isBertWhiteSpace(value) ? U' ' : value, 0 });
        text.transform(changes);
    }

    static void spaceChinese(AlignedText& text)
    {
        std::vector<CharacterChange> changes;
        for (const char32_t value : toCodePoints(text.text())) {
            if (isChineseCharacter(value)) {
                changes.push_back({ U' ', 0 });
                changes.push_back({ value, 1 });
                changes.push_back({ U' ', 1 });
            } else {
                changes.push_back({ value, 0 });
            }
        }
        text.transform(changes);
    }

    bool m_cleans;
    bool m_spacesChinese;
    bool m_lowers;
    bool m_strips;
};

class ByteLevelNormalizer : public Normalizer {
public:
    void apply(AlignedText& text) const override
    {
        AlignedTextBuilder builder(text);
        const std::string_view old = text.text();
        for (std::size_t at = 0; at < old.size(); ++at)
            builder.insert(toUtf8(letterOfByte(static_cast<unsigned char>(old[at]))),
                text.tracks() ? text.sourceOfByte(at) : TextSpan());
        builder.finish();
    }
};

} // namespace

std::unique_ptr<const Normalizer> makeLowercaseNormalizer(const JsonField&)
{
    return std::make_unique<LowercaseNormalizer>();
}

std::unique_ptr<const Normalizer> makeStripAccentsNormalizer(const JsonField&)
{
    return std::make_unique<StripAccentsNormalizer>();
}

std::unique_ptr<const Normalizer> makeBertNormalizer(const JsonField& field)
{
    return std::make_unique<BertNormalizer>(field);
}

std::unique_ptr<const Normalizer> makeByteLevelNormalizer(const JsonField&)
{
    return std::make_unique<ByteLevelNormalizer>();
}

} // namespace temper

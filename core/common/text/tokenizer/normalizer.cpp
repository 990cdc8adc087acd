// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/normalizer.h"

#include "core/common/text/tokenizer/letter_normalizer.h"
#include "core/common/text/tokenizer/normal_form.h"
#include "core/common/text/tokenizer/text_normalizer.h"

namespace temper {

namespace {

class SequenceNormalizer : public Normalizer {
public:
    explicit SequenceNormalizer(std::vector<std::unique_ptr<const Normalizer>> parts)
        : m_parts(std::move(parts))
    {
    }

    void apply(AlignedText& text) const override
    {
        for (const auto& part : m_parts)
            part->apply(text);
    }

private:
    std::vector<std::unique_ptr<const Normalizer>> m_parts;
};

std::unique_ptr<const Normalizer> makeSequenceNormalizer(const JsonField& field)
{
    std::vector<std::unique_ptr<const Normalizer>> parts;
    for (const JsonField& part : field.elements("normalizers"))
        if (!part.value().is_null())
            parts.push_back(makeNormalizer(part));
    return std::make_unique<SequenceNormalizer>(std::move(parts));
}

struct Kind {
    const char* name;
    std::unique_ptr<const Normalizer> (*make)(const JsonField&);
};

const Kind kKinds[] = {
    { "Sequence", makeSequenceNormalizer },
    { "NFC", makeNfcNormalizer },
    { "NFD", makeNfdNormalizer },
    { "NFKC", makeNfkcNormalizer },
    { "NFKD", makeNfkdNormalizer },
    { "Lowercase", makeLowercaseNormalizer },
    { "StripAccents", makeStripAccentsNormalizer },
    { "BertNormalizer", makeBertNormalizer },
    { "Strip", makeStripNormalizer },
    { "Replace", makeReplaceNormalizer },
    { "Prepend", makePrependNormalizer },
    { "ByteLevel", makeByteLevelNormalizer },
};

} // namespace

std::unique_ptr<const Normalizer> makeNormalizer(const JsonField& field)
{
    if (field.value().is_null())
        return nullptr;
    return makeByType(kKinds, field, "normalizer");
}

} // namespace temper

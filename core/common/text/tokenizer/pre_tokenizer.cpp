// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/pre_tokenizer.h"

#include "core/common/text/tokenizer/byte_level_pre_tokenizer.h"
#include "core/common/text/tokenizer/character_pre_tokenizer.h"
#include "core/common/text/tokenizer/metaspace.h"
#include "core/common/text/tokenizer/split_pre_tokenizer.h"

namespace temper {

namespace {

class SequencePreTokenizer : public PreTokenizer {
public:
    explicit SequencePreTokenizer(std::vector<std::unique_ptr<const PreTokenizer>> parts)
        : m_parts(std::move(parts))
    {
    }

    void apply(SplitText& split) const override
    {
        for (const auto& part : m_parts)
            part->apply(split);
    }

private:
    std::vector<std::unique_ptr<const PreTokenizer>> m_parts;
};

struct Kind {
    const char* name;
    std::unique_ptr<const PreTokenizer> (*make)(const JsonField&, const ByteLetters&);
};

const Kind kKinds[] = {
    { "Sequence", nullptr }, // flattened before the table is asked
    { "ByteLevel", makeByteLevelPreTokenizer },
    { "Split", makeSplitPreTokenizer },
    { "Digits", makeDigitsPreTokenizer },
    { "Whitespace", makeWhitespacePreTokenizer },
    { "WhitespaceSplit", makeWhitespaceSplitPreTokenizer },
    { "Punctuation", makePunctuationPreTokenizer },
    { "BertPreTokenizer", makeBertPreTokenizer },
    { "CharDelimiterSplit", makeDelimiterPreTokenizer },
    { "Metaspace", makeMetaspacePreTokenizer },
};

void flatten(const JsonField& field, std::vector<JsonField>& parts)
{
    if (field.text("type") != "Sequence") {
        parts.push_back(field);
        return;
    }
    for (const JsonField& part : field.elements("pretokenizers"))
        flatten(part, parts);
}

} // namespace

PreTokenizerPlan makePreTokenizer(const JsonField& field, ByteLetters wanted)
{
    PreTokenizerPlan plan;
    if (field.value().is_null())
        return plan;
    std::vector<JsonField> fields;
    flatten(field, fields);
    std::vector<std::unique_ptr<const PreTokenizer>> parts;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const bool isLast = i + 1 == fields.size();
        const ByteLetters letters = isLast ? wanted : ByteLetters::InText;
        parts.push_back(makeByType(kKinds, fields[i], "pre-tokenizer", letters));
        if (isLast && fields[i].text("type") == "ByteLevel")
            plan.byteLetters = wanted;
    }
    if (parts.size() == 1)
        plan.preTokenizer = std::move(parts.front());
    else
        plan.preTokenizer = std::make_unique<SequencePreTokenizer>(std::move(parts));
    return plan;
}

} // namespace temper

// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/post_processor.h"

#include "core/common/text/tokenizer/offset_trimming.h"
#include "core/common/text/tokenizer/token_template.h"

namespace temper {

namespace {

class SequencePostProcessor : public PostProcessor {
public:
    explicit SequencePostProcessor(std::vector<std::unique_ptr<const PostProcessor>> steps)
        : m_steps(std::move(steps))
    {
    }

    void
    apply(std::vector<EncodedText>& parts, SpecialTokens special, const Tokenizer& tokenizer) const override
    {
        for (const auto& step : m_steps)
            step->apply(parts, special, tokenizer);
    }

private:
    std::vector<std::unique_ptr<const PostProcessor>> m_steps;
};

std::unique_ptr<const PostProcessor> makeSequencePostProcessor(const JsonField& field)
{
    std::vector<std::unique_ptr<const PostProcessor>> steps;
    for (const JsonField& step : field.elements("processors"))
        if (!step.value().is_null())
            steps.push_back(makePostProcessor(step));
    return std::make_unique<SequencePostProcessor>(std::move(steps));
}

struct Kind {
    const char* name;
    std::unique_ptr<const PostProcessor> (*make)(const JsonField&);
};

const Kind kKinds[] = {
    { "Sequence", makeSequencePostProcessor },
    { "TemplateProcessing", makeTemplatePostProcessor },
    { "ByteLevel", makeByteLevelPostProcessor },
    { "BertProcessing", makeBertPostProcessor },
    { "RobertaProcessing", makeRobertaPostProcessor },
};

} // namespace

std::unique_ptr<const PostProcessor> makePostProcessor(const JsonField& field)
{
    if (field.value().is_null())
        return nullptr;
    return makeByType(kKinds, field, "post-processor");
}

} // namespace temper

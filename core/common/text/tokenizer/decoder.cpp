// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/decoder.h"

#include "core/common/text/tokenizer/byte_decoder.h"
#include "core/common/text/tokenizer/metaspace.h"
#include "core/common/text/tokenizer/text_decoder.h"

namespace temper {

namespace {

class SequenceDecoder : public Decoder {
public:
    explicit SequenceDecoder(std::vector<std::unique_ptr<const Decoder>> parts)
        : m_parts(std::move(parts))
    {
    }

    void apply(std::vector<std::string>& tokens) const override
    {
        for (const auto& part : m_parts)
            part->apply(tokens);
    }

private:
    std::vector<std::unique_ptr<const Decoder>> m_parts;
};

std::unique_ptr<const Decoder> makeSequenceDecoder(const JsonField& field)
{
    std::vector<std::unique_ptr<const Decoder>> parts;
    for (const JsonField& part : field.elements("decoders"))
        parts.push_back(makeDecoder(part));
    return std::make_unique<SequenceDecoder>(std::move(parts));
}

struct Kind {
    const char* name;
    std::unique_ptr<const Decoder> (*make)(const JsonField&);
};

const Kind kKinds[] = {
    { "Sequence", makeSequenceDecoder },
    { "ByteLevel", makeByteLevelDecoder },
    { "ByteFallback", makeByteFallbackDecoder },
    { "Replace", makeReplaceDecoder },
    { "Fuse", makeFuseDecoder },
    { "Strip", makeStripDecoder },
    { "Metaspace", makeMetaspaceDecoder },
    { "WordPiece", makeWordPieceDecoder },
    { "BPEDecoder", makeSuffixDecoder },
};

} // namespace

std::unique_ptr<const Decoder> makeDecoder(const JsonField& field)
{
    if (field.value().is_null())
        return nullptr;
    return makeByType(kKinds, field, "decoder");
}

} // namespace temper

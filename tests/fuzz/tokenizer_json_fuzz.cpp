// SPDX-License-Identifier: Apache-2.0
// Any bytes as tokenizer.json: refused with an Error, or a tokenizer that encodes and decodes.
#include "core/common/base/error.h"
#include "core/common/text/tokenizer/tokenizer_json.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace temper;
    const std::string text(reinterpret_cast<const char*>(data), size);
    try {
        const PipelineTokenizer tokenizer(parseTokenizerJson(text, "fuzz"));
        const Encoding encoding
            = tokenizer.encode("Hello, 世界! 123 <s>", SpecialTokens::Add, Offsets::Wanted);
        tokenizer.encodePair(text.substr(0, 100), "b", SpecialTokens::Add, Offsets::Wanted);
        tokenizer.decode(encoding.ids, SpecialText::Keep);
    } catch (const Error&) {
    }
    return 0;
}

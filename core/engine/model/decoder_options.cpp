// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/decoder_options.h"

#include "core/common/base/error.h"

namespace temper {

namespace {

void checkSize(std::int64_t value, std::int64_t maximum, const std::string& key, const std::string& subject)
{
    if (value < 1 || value > maximum)
        throw Error(ErrorKind::Input,
            key + " is " + std::to_string(value) + ", expected 1 to " + std::to_string(maximum) + ".", subject,
            "The configuration does not describe a model.");
}

} // namespace

void checkDecoderOptions(const DecoderOptions& options, const std::string& subject)
{
    checkSize(options.vocabularySize, 1 << 24, "vocab_size", subject);
    checkSize(options.hiddenSize, 1 << 20, "hidden_size", subject);
    checkSize(options.intermediateSize, 1 << 22, "intermediate_size", subject);
    checkSize(options.layers, 1 << 12, "num_hidden_layers", subject);
    checkSize(options.heads, 1 << 14, "num_attention_heads", subject);
    checkSize(options.keyValueHeads, options.heads, "num_key_value_heads", subject);
    checkSize(options.headSize, 1 << 14, "head_dim", subject);
    if (options.heads % options.keyValueHeads != 0)
        throw Error(ErrorKind::Input, "num_attention_heads is not a multiple of num_key_value_heads.", subject);
    if (options.headSize % 2 != 0)
        throw Error(ErrorKind::Input, "head_dim is odd, rotary positions need pairs.", subject);
    if (!(options.normEpsilon > 0) || !(options.rope.theta > 0) || !(options.rope.factor > 0))
        throw Error(ErrorKind::Input, "rms_norm_eps, rope_theta and the rope factor must be above 0.", subject);
}

} // namespace temper

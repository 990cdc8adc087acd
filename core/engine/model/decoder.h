// SPDX-License-Identifier: Apache-2.0
// The one network of all decoder-only families: embeddings, blocks, final norm and head, shaped by DecoderOptions.
#pragma once

#include "core/engine/model/block.h"
#include "core/engine/model/decoder_options.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

enum class Recompute { Nothing, Blocks };

struct PassOptions {
    DropoutContext dropout;
    KvCache* cache = nullptr;
    Tap* tap = nullptr;
    Recompute recompute = Recompute::Nothing;
};

// A tensor that training may change, under its name in the model's files.
struct NamedParameter {
    std::string name;
    at::Tensor tensor;
    std::function<void(at::Tensor)> replace; // puts another tensor of the same shape in its place
};

class Decoder {
public:
    struct Parts {
        at::Tensor embeddings; // [vocabulary, hidden]
        std::vector<Block> blocks;
        RmsNorm finalNorm;
        at::Tensor head; // [vocabulary, hidden]; undefined: the embeddings are the head
    };

    Decoder(DecoderOptions options, Parts parts, at::ScalarType computeType);

    // Hidden states after the final norm, [tokens, hidden] in the compute type. Ids must lie in the vocabulary.
    at::Tensor forward(const TokenBatch& batch, const PassOptions& options);
    // Scores [rows, vocabulary] float32 of hidden states [rows, hidden].
    at::Tensor logits(const at::Tensor& hidden) const;

    const DecoderOptions& options() const { return m_options; }
    at::ScalarType computeType() const { return m_computeType; }
    at::Tensor headWeight() const { return m_parts.head.defined() ? m_parts.head : m_parts.embeddings; }

    // Every matrix that adapters can sit on, in the order of the layers (the head is not among them).
    std::vector<Linear*> linears();
    // Every tensor of the model that training could change; quantised matrices are left out.
    std::vector<NamedParameter> parameters();

private:
    at::Tensor embed(const TokenBatch& batch) const;

    DecoderOptions m_options;
    Parts m_parts;
    RotaryPositions m_positions;
    at::ScalarType m_computeType;
};

// Layer number in a weight's name ("model.layers.3.mlp.up_proj" → 3); −1 when it belongs to none.
std::int64_t layerOf(std::string_view name);

} // namespace temper

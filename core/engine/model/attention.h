// SPDX-License-Identifier: Apache-2.0
// Causal self-attention with grouped heads over rows laid end to end: every row attends only to itself.
#pragma once

#include "core/engine/model/linear.h"
#include "core/engine/model/norm.h"
#include "core/engine/model/positions.h"
#include "core/engine/model/token_batch.h"

#include <memory>
#include <optional>

namespace temper {

class KvCache;
class Tap;

// What a pass carries through all layers.
struct Pass {
    const TokenBatch& batch;
    const RotaryPositions& positions;
    DropoutContext dropout;
    KvCache* cache = nullptr; // null: nothing was read before and nothing is kept
    Tap* tap = nullptr;
    at::ScalarType computeType = at::kFloat;
};

struct AttentionShape {
    std::int64_t heads = 0;
    std::int64_t keyValueHeads = 0;
    std::int64_t headSize = 0;
};

class Attention {
public:
    struct Parts {
        Linear query, key, value, output;
        std::optional<RmsNorm> queryNorm, keyNorm; // over each head
    };

    Attention(std::int64_t layer, AttentionShape shape, Parts parts);

    // x [tokens, hidden] → [tokens, hidden].
    at::Tensor forward(const Activation& x, const Pass& pass) const;

    Parts& parts() { return m_parts; }

private:
    at::Tensor attend(at::Tensor query, at::Tensor key, at::Tensor value, const Pass& pass) const;

    std::int64_t m_layer;
    AttentionShape m_shape;
    Parts m_parts;
};

} // namespace temper

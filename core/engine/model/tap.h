// SPDX-License-Identifier: Apache-2.0
// Looks on while a pass runs: hidden states and attention weights, for whoever wants to see or save them.
#pragma once

#include <ATen/core/Tensor.h>
#include <cstdint>

namespace temper {

class Tap {
public:
    virtual ~Tap() = default;

    // index 0: the embeddings; index l: after block l; the last: after the final norm. [tokens, hidden] float32.
    virtual void hiddenState(std::int64_t index, const at::Tensor& state) = 0;
    // Asking for weights makes every attention compute them whole, which is slow and large.
    virtual bool wantsAttention() const = 0;
    // Softmax output of one row of the batch, [heads, queries, keys] float32.
    virtual void attention(std::int64_t layer, std::int64_t row, const at::Tensor& weights) = 0;
};

} // namespace temper

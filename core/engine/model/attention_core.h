// SPDX-License-Identifier: Apache-2.0
// softmax(q kᵀ / √d) v for packed rows: with gradients, over a cache, or with the weights kept.
#pragma once

#include "core/engine/model/attention.h"

namespace temper {

// query [tokens, heads · size], key and value [tokens, keyValueHeads · size], not yet turned; turns query and key in
// place. Returns [tokens, heads · size]. Causal within each row; differentiable.
at::Tensor packedAttention(
    AttentionShape shape, at::Tensor query, at::Tensor key, const at::Tensor& value, const Pass& pass);

// The same over pass.cache, to which key and value of `layer` are appended. Not differentiable.
at::Tensor cachedAttention(std::int64_t layer, AttentionShape shape, at::Tensor query, at::Tensor key,
    const at::Tensor& value, const Pass& pass);

// The same with every weight computed whole: shown to pass.tap where it wants them, and with the batch's key mask. A query
// that may see no key spreads evenly over the row, as in transformers' eager attention. Not differentiable.
at::Tensor wholeAttention(std::int64_t layer, AttentionShape shape, at::Tensor query, at::Tensor key,
    const at::Tensor& value, const Pass& pass);

} // namespace temper

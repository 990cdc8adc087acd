// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/attention.h"

#include "core/engine/model/attention_core.h"
#include "core/engine/model/tap.h"

#include <ATen/ATen.h>

namespace temper {

namespace {

at::Tensor normaliseHeads(const RmsNorm& norm, const at::Tensor& x, std::int64_t headSize)
{
    const at::Tensor heads = x.to(at::kFloat).reshape({ -1, headSize });
    return norm.forward(heads, x.scalar_type()).value.view_as(x);
}

} // namespace

Attention::Attention(std::int64_t layer, AttentionShape shape, Parts parts)
    : m_layer(layer)
    , m_shape(shape)
    , m_parts(std::move(parts))
{
}

at::Tensor Attention::forward(const Activation& x, const Pass& pass) const
{
    at::Tensor query = m_parts.query.forward(x, pass.dropout);
    at::Tensor key = m_parts.key.forward(x, pass.dropout);
    const at::Tensor value = m_parts.value.forward(x, pass.dropout);
    if (m_parts.queryNorm)
        query = normaliseHeads(*m_parts.queryNorm, query, m_shape.headSize);
    if (m_parts.keyNorm)
        key = normaliseHeads(*m_parts.keyNorm, key, m_shape.headSize);
    const at::Tensor mixed = attend(query, key, value, pass);
    return m_parts.output.forward({ mixed, nullptr }, pass.dropout);
}

at::Tensor Attention::attend(at::Tensor query, at::Tensor key, at::Tensor value, const Pass& pass) const
{
    if (pass.cache)
        return cachedAttention(m_layer, m_shape, query, key, value, pass);
    if (pass.batch.keyMask.defined() || (pass.tap && pass.tap->wantsAttention()))
        return wholeAttention(m_layer, m_shape, query, key, value, pass);
    return packedAttention(m_shape, query, key, value, pass);
}

} // namespace temper

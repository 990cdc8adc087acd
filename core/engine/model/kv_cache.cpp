// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/kv_cache.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <numeric>

namespace temper {

KvCache::KvCache(std::int64_t layers, std::int64_t keyValueSize, at::ScalarType type)
    : m_layers(layers)
    , m_size(keyValueSize)
    , m_type(type)
{
}

void KvCache::reset(std::int64_t rows)
{
    m_capacity = 0;
    m_keys.assign(static_cast<std::size_t>(m_layers), at::empty({ rows, 0, m_size }, m_type));
    m_values = m_keys;
    m_lengths.assign(static_cast<std::size_t>(rows), 0);
}

void KvCache::grow(std::int64_t capacity)
{
    for (auto* side : { &m_keys, &m_values }) {
        for (at::Tensor& layer : *side) {
            at::Tensor larger = at::empty({ rows(), capacity, m_size }, m_type);
            larger.narrow(1, 0, m_capacity).copy_(layer.narrow(1, 0, m_capacity));
            layer = larger;
        }
    }
    m_capacity = capacity;
}

void KvCache::append(std::int64_t layer, std::int64_t row, const at::Tensor& keys, const at::Tensor& values)
{
    const std::int64_t at = length(row);
    if (at + keys.size(0) > m_capacity)
        grow(std::max(at + keys.size(0) + 64, m_capacity * 2));
    const auto index = static_cast<std::size_t>(layer);
    m_keys[index][row].narrow(0, at, keys.size(0)).copy_(keys);
    m_values[index][row].narrow(0, at, values.size(0)).copy_(values);
}

void KvCache::advance(std::int64_t row, std::int64_t tokens) { m_lengths[static_cast<std::size_t>(row)] += tokens; }

at::Tensor KvCache::keys(std::int64_t layer, std::int64_t row, std::int64_t length) const
{
    return m_keys[static_cast<std::size_t>(layer)][row].narrow(0, 0, length);
}

at::Tensor KvCache::values(std::int64_t layer, std::int64_t row, std::int64_t length) const
{
    return m_values[static_cast<std::size_t>(layer)][row].narrow(0, 0, length);
}

void KvCache::select(std::span<const std::int64_t> from)
{
    std::vector<std::int64_t> same(m_lengths.size());
    std::iota(same.begin(), same.end(), 0);
    if (std::equal(from.begin(), from.end(), same.begin(), same.end()))
        return;
    const at::Tensor index = at::tensor(std::vector<std::int64_t>(from.begin(), from.end()), at::kLong);
    std::vector<std::int64_t> lengths;
    for (const std::int64_t row : from)
        lengths.push_back(length(row));
    for (auto* side : { &m_keys, &m_values })
        for (at::Tensor& layer : *side)
            layer = layer.index_select(0, index);
    m_lengths = lengths;
}

} // namespace temper
